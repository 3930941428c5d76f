package org.vestibule.platform.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;

/** A value and whether it was written by operator or platform rather than by a stranger. */
record Found(JsonNode node, boolean isTrusted) {

  private static final int MAX_ZEROS = 64;

  static final Found NOTHING = new Found(MissingNode.getInstance(), false);

  boolean isEmpty() {
    return node.isMissingNode()
        || node.isNull()
        || (node.isBoolean() && !node.booleanValue())
        || (node.isTextual() && node.textValue().isEmpty())
        || (node.isContainerNode() && node.isEmpty());
  }

  /** Objects and arrays have no text. */
  String text() {
    if (node.isNumber()) {
      return number(node.decimalValue());
    }
    return node.isValueNode() && !node.isNull() ? node.asText() : "";
  }

  /** A number such as 1E+999999999 must not be written out in full. */
  private static String number(BigDecimal value) {
    return Math.abs(value.scale()) > MAX_ZEROS ? value.toString() : value.toPlainString();
  }

  Found below(Iterable<String> names) {
    JsonNode node = this.node;
    for (String name : names) {
      node = node.path(name);
    }
    return new Found(node, isTrusted);
  }
}
