package org.vestibule.auth.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule may look at besides the value.
 *
 * @param field the field under test
 * @param others the text of another field of the form; empty text when it is absent
 * @param settings effective settings of the calling client
 * @param today the day of the call
 */
record RuleContext(
    FormField field,
    Function<String, String> others,
    Function<String, Optional<String>> settings,
    LocalDate today) {}
