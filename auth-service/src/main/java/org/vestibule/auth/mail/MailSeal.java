package org.vestibule.auth.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.vestibule.platform.crypto.Keyring;
import org.vestibule.platform.json.Json;

/** Keeps mails sealed while they wait: their links are as good as passwords. */
@ApplicationScoped
class MailSeal {
  static final String TABLE = "outgoing_mail";
  static final String COLUMN = "content";

  private final Keyring keyring;

  MailSeal(Keyring keyring) {
    this.keyring = keyring;
  }

  String seal(UUID id, MailContent content) {
    return keyring.seal(TABLE, COLUMN, id.toString(), Json.write(content));
  }

  MailContent open(MailRow mail) {
    String json = keyring.open(TABLE, COLUMN, mail.id().toString(), mail.sealedContent());
    return Json.read(json, MailContent.class);
  }
}
