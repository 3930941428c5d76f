package org.vestibule.auth.factor.code;

import java.time.Instant;
import java.util.List;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.Destination;

/** How it went; members that say nothing about an outcome are absent. */
public record CodeReply(
    String outcome,
    String channel,
    String destination,
    Instant expiresAt,
    Long retryAfterSeconds,
    Integer triesLeft) {

  static CodeReply sent(Destination to, Instant expiresAt, long resendAfterSeconds) {
    return new CodeReply(
        "sent", to.channel().wireName(), to.masked(), expiresAt, resendAfterSeconds, null);
  }

  /** The person has no such verified address. */
  static CodeReply unavailable() {
    return new CodeReply("unavailable", null, null, null, null, null);
  }

  /** Too many codes were sent, or too many tried. */
  static CodeReply refused(long retryAfterSeconds) {
    return new CodeReply("refused", null, null, null, retryAfterSeconds, null);
  }

  /** There is no code to try, or none can follow: a new challenge is needed. */
  static CodeReply ended() {
    return new CodeReply("ended", null, null, null, null, null);
  }

  static CodeReply verified(Channel channel) {
    return new CodeReply("verified", channel.wireName(), null, null, null, null);
  }

  static CodeReply wrong(int triesLeft) {
    return new CodeReply("wrong", null, null, null, null, triesLeft);
  }

  /** The ways to somebody. */
  public record Channels(List<Way> channels) {
    static Channels of(List<Destination> destinations) {
      return new Channels(
          destinations.stream().map(it -> new Way(it.channel().wireName(), it.masked())).toList());
    }
  }

  /** One way to somebody, as much of it as may be shown. */
  public record Way(String channel, String destination) {}
}
