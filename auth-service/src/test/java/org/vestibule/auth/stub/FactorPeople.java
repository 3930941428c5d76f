package org.vestibule.auth.stub;

import java.util.UUID;

/** People of the stub of entity-service who have second factors. */
public final class FactorPeople {
  private FactorPeople() {}

  /** Somebody new with a verified address. */
  public static UUID withEmail() {
    return of('1');
  }

  /** Somebody new with a verified address and a verified number. */
  public static UUID withBoth() {
    return of('2');
  }

  /** Somebody new who verified nothing. */
  public static UUID withNothing() {
    return of('3');
  }

  /** Somebody new whose account is deactivated. */
  public static UUID deactivated() {
    return of('4');
  }

  public static String email(Object uuid) {
    return "f" + uuid.toString().replace("-", "") + "@example.com";
  }

  /** Without the plus sign that E.164 allows to leave out. */
  public static String number(Object uuid) {
    long digits = Long.parseLong(uuid.toString().substring(28), 16) % 1_000_000_000L;
    return "4915%09d".formatted(digits);
  }

  private static UUID of(char kind) {
    return UUID.fromString("fac" + kind + UUID.randomUUID().toString().substring(4));
  }
}
