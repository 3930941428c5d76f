package org.vestibule.auth.form;

/** The flow asks for something that does not exist, so its form cannot be processed. */
public final class MisconfiguredFlow extends RuntimeException {

  MisconfiguredFlow(String reason) {
    super(reason, null, false, false);
  }
}
