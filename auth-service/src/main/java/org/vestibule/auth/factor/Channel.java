package org.vestibule.auth.factor;

import java.util.Optional;
import java.util.stream.Stream;

/** The ways on which a code reaches a person. */
public enum Channel {
  EMAIL("email"),
  SMS("sms");

  private final String wireName;

  Channel(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  /** The channel of this name. */
  public static Optional<Channel> of(String wireName) {
    return Stream.of(values()).filter(it -> it.wireName.equals(wireName)).findFirst();
  }
}
