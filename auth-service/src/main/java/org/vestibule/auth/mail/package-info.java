/** Mails to people: composed from the flow's templates, sent from an outbox until they are out. */
package org.vestibule.auth.mail;
