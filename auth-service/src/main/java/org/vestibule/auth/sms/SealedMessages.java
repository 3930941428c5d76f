package org.vestibule.auth.sms;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.vestibule.platform.rewrap.SealedColumn;

/** Brings text messages under a new key. */
final class SealedMessages {
  @Produces
  @Singleton
  SealedColumn texts() {
    return new SealedColumn(SmsService.TABLE, "content");
  }
}
