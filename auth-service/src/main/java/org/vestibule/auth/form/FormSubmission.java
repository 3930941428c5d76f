package org.vestibule.auth.form;

import java.util.Optional;
import java.util.function.Function;
import org.vestibule.platform.capture.directory.SchemaView;

/**
 * A form as a caller sent it, with what its rules depend on.
 *
 * @param form the form
 * @param parameters the request parameters
 * @param settings effective settings of the calling client
 * @param schema the entity type with its attributes
 */
public record FormSubmission(
    FlowForm form,
    FormParameters parameters,
    Function<String, Optional<String>> settings,
    SchemaView schema) {

  /** The same form with other parameters. */
  public FormSubmission with(FormParameters others) {
    return new FormSubmission(form, others, settings, schema);
  }
}
