package org.vestibule.auth.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.vestibule.platform.capture.directory.SchemaView;

/** Applies the rules of a form to the parameters of a request. */
final class FormProcessor {
  private final SchemaView schema;
  private final Function<String, Optional<String>> settings;
  private final LocalDate today;

  FormProcessor(SchemaView schema, Function<String, Optional<String>> settings, LocalDate today) {
    this.schema = schema;
    this.settings = settings;
    this.today = today;
  }

  ProcessedForm process(FlowForm form, FormParameters parameters) {
    FormInput input = new FormInput(form, parameters);
    InvalidFields invalid = new InvalidFields();
    AttributeWriter attributes = new AttributeWriter();
    Optional<FormField> current = form.currentPasswordField();
    for (FormField field : form.fields()) {
      Optional<String> type = attributeType(field);
      RuleContext context = new RuleContext(field, input::text, settings, today);
      new FieldCheck(context, input.of(field), invalid).run(type);
      type.filter(known -> current.filter(field::equals).isEmpty())
          .ifPresent(known -> attributes.write(field, known, input.of(field)));
    }
    return new ProcessedForm(form, input, attributes.written(), invalid);
  }

  private Optional<String> attributeType(FormField field) {
    return field.attribute().map(this::existing);
  }

  private String existing(String path) {
    return schema
        .attribute(path)
        .map(definition -> definition.path("type").asText())
        .orElseThrow(() -> Misconfigured.because("the attribute " + path + " does not exist"));
  }
}
