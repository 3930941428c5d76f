package org.vestibule.auth.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What came of checking a password. */
public sealed interface CredentialCheck {

  /** Calls the one function that fits. */
  <R> R fold(
      Function<Match, R> onMatch,
      Function<Mismatch, R> onMismatch,
      Function<Deactivated, R> onDeactivated);

  /** The password is right; the sign-in is already written into the profile. */
  record Match(UUID recordUuid, JsonNode profile) implements CredentialCheck {
    @Override
    public <R> R fold(
        Function<Match, R> onMatch,
        Function<Mismatch, R> onMismatch,
        Function<Deactivated, R> onDeactivated) {
      return onMatch.apply(this);
    }
  }

  /** No such record, no password, or another one; the record is for events alone. */
  record Mismatch(Optional<UUID> recordUuid) implements CredentialCheck {
    @Override
    public <R> R fold(
        Function<Match, R> onMatch,
        Function<Mismatch, R> onMismatch,
        Function<Deactivated, R> onDeactivated) {
      return onMismatch.apply(this);
    }
  }

  /** The password is right and the account is switched off. */
  record Deactivated(UUID recordUuid) implements CredentialCheck {
    @Override
    public <R> R fold(
        Function<Match, R> onMatch,
        Function<Mismatch, R> onMismatch,
        Function<Deactivated, R> onDeactivated) {
      return onDeactivated.apply(this);
    }
  }
}
