package org.vestibule.platform.crypto;

/** The keyring setting or a sealed value cannot be used; the text never holds key or secret. */
public class KeyringException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public KeyringException(String message) {
    super(message);
  }

  public KeyringException(String message, Throwable cause) {
    super(message, cause);
  }
}
