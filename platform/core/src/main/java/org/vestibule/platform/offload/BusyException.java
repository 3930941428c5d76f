package org.vestibule.platform.offload;

/** The pool would have to let this work wait too long; the caller should come back later. */
public class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException(String pool) {
    super("the " + pool + " pool is full", null, false, false);
  }
}
