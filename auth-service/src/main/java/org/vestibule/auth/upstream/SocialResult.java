package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What came of asking entity-service about a social identity. */
public sealed interface SocialResult {

  /** Calls the one function that fits. */
  <R> R fold(Cases<R> cases);

  /** A function for each result. */
  record Cases<R>(
      Function<Admitted, R> onAdmitted,
      Function<Deactivated, R> onDeactivated,
      Function<AddressInUse, R> onAddressInUse,
      Function<Refused, R> onRefused,
      Function<Nothing, R> onNothing) {}

  /** The record has the identity; a sign-in is already written into the profile. */
  record Admitted(UUID recordUuid, JsonNode profile) implements SocialResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onAdmitted().apply(this);
    }
  }

  /** The account is switched off. */
  record Deactivated(UUID recordUuid) implements SocialResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onDeactivated().apply(this);
    }
  }

  /** Nobody has the identity, but this record has the address that its provider vouches for. */
  record AddressInUse(UUID recordUuid, String provider) implements SocialResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onAddressInUse().apply(this);
    }
  }

  /** The schema does not take it, or somebody else has the identity; nothing is stored. */
  record Refused(List<Violation> violations) implements SocialResult {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onRefused().apply(this);
    }
  }

  /** A result that says no more than its name. */
  enum Nothing implements SocialResult {
    /** No record has the identity. */
    NONE,
    /** The record is not the one that may take the second identity. */
    ELSEWHERE,
    /** The record does not exist. */
    GONE,
    /** The identity is the only way to sign in. */
    LAST,
    /** The identity is gone from the record. */
    REMOVED;

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.onNothing().apply(this);
    }
  }
}
