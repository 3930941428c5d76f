package org.vestibule.testkit.rules;

import java.util.List;

/** The size of one source file and of the methods in it. */
record MeasuredFile(String path, int lines, List<MeasuredMethod> methods) {}
