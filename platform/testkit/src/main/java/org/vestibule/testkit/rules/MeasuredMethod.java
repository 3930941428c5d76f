package org.vestibule.testkit.rules;

/**
 * The size of one method: its lines from the signature to the closing brace, without Javadoc and
 * annotations.
 */
record MeasuredMethod(
    String name, int lines, int parameters, boolean isConstructor, boolean isTest) {}
