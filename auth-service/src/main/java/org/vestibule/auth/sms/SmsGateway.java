package org.vestibule.auth.sms;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Whoever brings text messages to telephones. */
interface SmsGateway {
  /** Whether there is one. */
  boolean isThere();

  /** Hands over a message; a repeat bears the same id. */
  Uni<Void> send(UUID id, SmsContent sms);
}
