package org.vestibule.auth.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.vestibule.auth.form.Flow;
import org.vestibule.platform.capture.directory.ClientView;

/**
 * A mail to somebody.
 *
 * @param flow holds the templates, in the locale of the call
 * @param client the client whose settings hold
 * @param user the profile, whose values come from a stranger
 * @param link where the mail leads; null when it leads nowhere
 * @param expiresAt when the mail is no longer of use
 */
public record MailOrder(
    MailTemplate template,
    String recipient,
    Flow flow,
    ClientView client,
    ObjectNode user,
    String link,
    Instant expiresAt) {

  @Override
  public String toString() {
    return "MailOrder[" + template + "]";
  }
}
