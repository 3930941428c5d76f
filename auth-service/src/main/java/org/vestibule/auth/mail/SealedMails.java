package org.vestibule.auth.mail;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Brings mails under a new key. */
final class SealedMails {
  @Produces
  @Singleton
  SealedColumn contents() {
    return new SealedColumn(MailService.TABLE, "content");
  }
}
