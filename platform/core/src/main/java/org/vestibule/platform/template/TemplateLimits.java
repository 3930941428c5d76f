package org.vestibule.platform.template;

/** What a template may cost; the same for everybody. */
final class TemplateLimits {

  static final int SOURCE_CHARACTERS = 256 * 1024;
  static final int OUTPUT_CHARACTERS = 1024 * 1024;
  static final int NESTING = 32;
  static final int ITERATIONS = 10_000;
  static final int TAG_CHARACTERS = 200;

  private TemplateLimits() {}
}
