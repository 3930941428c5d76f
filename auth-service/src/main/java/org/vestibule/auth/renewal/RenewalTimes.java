package org.vestibule.auth.renewal;

import java.time.Duration;
import java.time.Instant;
import org.vestibule.auth.token.Lifetimes;

/**
 * The instants of a renewal.
 *
 * @param end of the new token
 * @param forgetAt when the new token can no longer be renewed, nor be told from an unknown one
 * @param forgetOlder the same for tokens that the client has proved not to need any more
 */
record RenewalTimes(Instant now, Instant end, Instant forgetAt, Instant forgetOlder) {

  static RenewalTimes at(Instant now, Lifetimes lifetimes, Duration remember) {
    Instant end = now.plus(lifetimes.accessToken());
    Instant remembered = end.plus(remember);
    Instant renewable = now.plus(lifetimes.refresh());
    return new RenewalTimes(
        now, end, renewable.isAfter(remembered) ? renewable : remembered, remembered);
  }
}
