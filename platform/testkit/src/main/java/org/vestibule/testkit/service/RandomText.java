package org.vestibule.testkit.service;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.UUID;

/** Unguessable texts for programs that have no injected source of randomness. */
public final class RandomText {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BITS = 160;

  private RandomText() {}

  /** A token of at least 30 lower-case letters and digits. */
  public static String token() {
    BigInteger number = new BigInteger(TOKEN_BITS, RANDOM).setBit(TOKEN_BITS);
    return number.toString(Character.MAX_RADIX);
  }

  /** A random UUID. */
  public static String uuid() {
    return UUID.randomUUID().toString();
  }
}
