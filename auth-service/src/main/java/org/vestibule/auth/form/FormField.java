package org.vestibule.auth.form;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One input of a form.
 *
 * @param name the field's name, the key of its messages
 * @param parameter the name of its request parameter; differs from the name for a subfield
 * @param type the field's type
 * @param attributes dotted paths of the attributes behind it; more than one for an identifier field
 * @param label the label in the locale of the call
 * @param options values that may be chosen
 * @param rules validation rules in the order of the flow
 */
public record FormField(
    String name,
    String parameter,
    FieldType type,
    List<String> attributes,
    String label,
    Set<String> options,
    List<FieldRule> rules) {

  /** The attribute that the field is stored in. */
  public Optional<String> attribute() {
    return attributes.stream().findFirst();
  }

  /** The rule of this name, when it is switched on. */
  public Optional<FieldRule> rule(String rule) {
    return rules.stream().filter(each -> each.name().equals(rule) && each.isOn()).findFirst();
  }

  /** Whether the flow names a rule only to switch it off. */
  boolean excepts(String rule) {
    return rule(rule).isEmpty() && rules.stream().anyMatch(each -> each.name().equals(rule));
  }

  /** The text for a failure of this rule: the flow's own, otherwise a built-in one. */
  public String message(String rule) {
    return rules.stream()
        .filter(each -> each.name().equals(rule))
        .findFirst()
        .flatMap(FieldRule::message)
        .orElseGet(() -> BuiltInMessages.of(rule, label));
  }

  FormField with(String subscript, String attribute) {
    return new FormField(
        name, name + "[" + subscript + "]", type, List.of(attribute), label, options, rules);
  }
}
