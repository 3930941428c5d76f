package org.vestibule.auth.form;

/** The test that a rule puts a value to. */
@FunctionalInterface
interface RuleCheck {
  boolean passes(RuleContext context, FieldRule rule, String value);
}
