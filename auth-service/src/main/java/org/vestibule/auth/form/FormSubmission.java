package org.vestibule.auth.form;

import java.util.Optional;
import java.util.function.Function;

/**
 * A form as a caller sent it, with what its rules depend on.
 *
 * @param form the form
 * @param parameters the request parameters
 * @param settings effective settings of the calling client
 * @param types the attributes of the entity type
 */
public record FormSubmission(
    FlowForm form,
    FormParameters parameters,
    Function<String, Optional<String>> settings,
    AttributeTypes types) {}
