package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.vestibule.entity.schema.Attribute;
import org.vestibule.entity.schema.AttributeType;
import org.vestibule.entity.schema.Schema;
import org.vestibule.platform.json.Json;

/**
 * What of a record is wanted.
 *
 * @param tree the attributes to show
 * @param whole whether these are all attributes of the type
 * @param overlay members that hide passwords when PostgreSQL puts them over the document
 */
public record Reading(
    Attribute tree, boolean whole, PasswordView passwords, Optional<String> overlay) {

  /** Everything that a caller may see. */
  public static Reading of(Schema type, Sight sight) {
    return of(type, sight, sight.readable().root());
  }

  /** A part of what a caller may see. */
  public static Reading of(Schema type, Sight sight, Attribute tree) {
    boolean whole = tree == type.root();
    boolean hides = sight.passwords() == PasswordView.HIDDEN;
    return new Reading(
        tree, whole, sight.passwords(), whole && hides ? overlay(type.root()) : Optional.empty());
  }

  /** The same for rows that PostgreSQL did not touch. */
  Reading withoutOverlay() {
    return new Reading(tree, whole, passwords, Optional.empty());
  }

  /** Whether the stored text of a current row may be shown as it is. */
  boolean isVerbatim() {
    return whole
        && (passwords == PasswordView.TYPE
            || overlay.isPresent()
            || !tree.anyMatch(it -> it.type() == AttributeType.PASSWORD));
  }

  private static Optional<String> overlay(Attribute root) {
    boolean nested =
        root.children().values().stream()
            .anyMatch(child -> child.children().values().stream().anyMatch(Reading::hasPassword));
    ObjectNode nulls = Json.object();
    root.children().values().stream()
        .filter(it -> it.type() == AttributeType.PASSWORD)
        .forEach(it -> nulls.putNull(it.name()));
    return nested || nulls.isEmpty() ? Optional.empty() : Optional.of(Json.write(nulls));
  }

  private static boolean hasPassword(Attribute attribute) {
    return attribute.anyMatch(it -> it.type() == AttributeType.PASSWORD);
  }
}
