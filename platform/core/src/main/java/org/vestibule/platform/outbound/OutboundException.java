package org.vestibule.platform.outbound;

/** A call to the outside was refused by us or did not succeed; the text is fit for operators. */
public class OutboundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why there is no response. */
  public enum Reason {
    /** The URL is malformed, has user information or an unusual written address. */
    URL,
    /** The scheme is not allowed. */
    SCHEME,
    /** The name does not resolve. */
    UNRESOLVED,
    /** The target is not a public address and not on the operator's list. */
    ADDRESS,
    /** No connection. */
    CONNECT,
    /** No common version, an untrusted certificate or one for another name. */
    TLS,
    /** Too slow. */
    TIMEOUT,
    /** The connection broke. */
    BROKEN,
    /** The answer is no HTTP. */
    PROTOCOL
  }

  private final Reason reason;

  public OutboundException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Whether we refused the target ourselves, so that trying again is useless. */
  public boolean isRefused() {
    return reason == Reason.URL || reason == Reason.SCHEME || reason == Reason.ADDRESS;
  }
}
