package org.vestibule.platform.template;

/** What a rendered template becomes; decides when a value may stay unescaped. */
public enum OutputKind {
  /** An HTML body: a profile value is escaped whatever the tag asks for. */
  HTML_BODY,
  /** A plain text body. */
  TEXT_BODY,
  /** A header line: control characters never survive. */
  SUBJECT
}
