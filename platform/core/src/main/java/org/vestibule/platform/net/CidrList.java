package org.vestibule.platform.net;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A set of address blocks: trusted proxies, a client's allowed callers, outbound exceptions. */
public record CidrList(List<Cidr> blocks) {

  /** Contains no address. */
  public static final CidrList NONE = new CidrList(List.of());

  public CidrList {
    blocks = List.copyOf(blocks);
  }

  /** Reads blocks separated by commas; an empty text is {@link #NONE}. */
  public static CidrList parse(String commaSeparated) {
    return of(List.of(commaSeparated.split(",")));
  }

  public static CidrList of(Collection<String> blocks) {
    return new CidrList(
        blocks.stream().map(String::strip).filter(s -> !s.isEmpty()).map(Cidr::parse).toList());
  }

  public boolean contains(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  /** False for a text that is no IP address. */
  public boolean contains(String literal) {
    return IpLiteral.parse(literal).map(this::contains).orElse(false);
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  @Override
  public String toString() {
    Stream<String> texts = blocks.stream().map(Cidr::toString);
    return String.join(",", texts.toList());
  }
}
