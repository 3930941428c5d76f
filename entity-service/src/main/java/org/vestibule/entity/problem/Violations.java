package org.vestibule.entity.problem;

import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

/** Everything that can be wrong with values of records, one method per code of the wire. */
public final class Violations {
  private static final String CONSTRAINT = "constraint_name";

  private Violations() {}

  /** 200: an argument that cannot be read or refers to nothing. */
  public static ProblemException invalidArgument(String argument, String reason) {
    return CaptureProblem.invalidArgument(argument, reason).exception();
  }

  /** 485: a filter operator that no longer exists. */
  public static ProblemException unsupportedOperator(String operator) {
    String text = "the operator is not supported: " + operator;
    return CaptureProblem.of(CaptureCode.UNSUPPORTED_OPERATOR, text)
        .with("argument_name", "filter")
        .exception();
  }

  /** 223: an attribute that does not exist or that the caller may not see. */
  public static ProblemException unknownAttribute(String path) {
    return CaptureProblem.unknownAttribute(path).exception();
  }

  /** 234: an attribute that only the server sets. */
  public static ProblemException reservedAttribute(String path) {
    return of(CaptureCode.RESERVED_ATTRIBUTE, "attribute is reserved: " + path, path);
  }

  /** 232: the entity type is there already. */
  public static ProblemException entityTypeExists(String name) {
    String text = "entity type already exists: " + name;
    return CaptureProblem.of(CaptureCode.ENTITY_TYPE_EXISTS, text)
        .with("type_name", name)
        .exception();
  }

  /** 233: the attribute is there already. */
  public static ProblemException attributeExists(String path) {
    return of(CaptureCode.ATTRIBUTE_EXISTS, "attribute already exists: " + path, path);
  }

  /** 352: one of the last passwords. */
  public static ProblemException passwordUnacceptable() {
    return CaptureProblem.of(CaptureCode.PASSWORD_UNACCEPTABLE, "password is unacceptable")
        .exception();
  }

  /** 361: stored values are not as unique as they would have to be. */
  public static ProblemException notUnique(String path, long count) {
    String text =
        "%d stored values of %s are those of others already; nothing was changed"
            .formatted(count, path);
    return CaptureProblem.ofAttribute(CaptureCode.UNIQUE_VIOLATION, text, path)
        .with("duplicate_count", Long.toString(count))
        .exception();
  }

  /** 310: no such record. */
  public static ProblemException recordNotFound() {
    return CaptureProblem.recordNotFound().exception();
  }

  /** 310: no such element of a plural in the record. */
  public static ProblemException elementNotFound(String path, long id) {
    String text = "element not found: " + path + "#" + id;
    return CaptureProblem.of(CaptureCode.RECORD_NOT_FOUND, text).exception();
  }

  /** 320: an id for something that gets its id from the server. */
  public static ProblemException idInNewRecord(String path) {
    String text = "an id must not be given for something new: " + path;
    return CaptureProblem.of(CaptureCode.ID_IN_NEW_RECORD, text).exception();
  }

  /** 330: the caller's idea of a timestamp is not the record's. */
  public static ProblemException timestampMismatch(String path, String actual, String supplied) {
    String text = path + " is not the expected one";
    return CaptureProblem.ofAttribute(CaptureCode.TIMESTAMP_MISMATCH, text, path)
        .with("actual_value", actual)
        .with("supplied_value", supplied)
        .exception();
  }

  /** 340: right JSON type, but no value of the attribute's type. */
  public static ProblemException invalidFormat(String path, String reason) {
    String text = "the value provided for " + path + " is not valid: " + reason;
    return of(CaptureCode.INVALID_DATA_FORMAT, text, path);
  }

  /** 341: a value of a JSON type that does not fit the attribute. */
  public static ProblemException invalidJsonType(String path) {
    String text = "the JSON type of the value provided for " + path + " does not fit";
    return of(CaptureCode.INVALID_JSON_TYPE, text, path);
  }

  /** 342: not a date. */
  public static ProblemException invalidDate(String path) {
    String text = "the value provided for " + path + " is not a valid date";
    return of(CaptureCode.INVALID_DATE_TIME, text, path);
  }

  /** 350: the password is not the record's. */
  public static ProblemException wrongPassword() {
    return CaptureProblem.of(CaptureCode.INVALID_PASSWORD, "the password is not valid").exception();
  }

  /** 360: a constraint is not met. */
  public static ProblemException constraint(String path, String constraint) {
    String text = "the value provided for " + path + " violates the " + constraint + " constraint";
    return CaptureProblem.ofAttribute(CaptureCode.CONSTRAINT_VIOLATION, text, path)
        .with(CONSTRAINT, constraint)
        .exception();
  }

  /** 361: the value is taken. */
  public static ProblemException duplicate(String path) {
    return of(CaptureCode.UNIQUE_VIOLATION, "Attempted to update a duplicate value", path);
  }

  /** 362: a required value is missing. */
  public static ProblemException missing(String path) {
    return of(CaptureCode.MISSING_REQUIRED_ATTRIBUTE, "a value for " + path + " is required", path);
  }

  /** 363: too long. */
  public static ProblemException tooLong(String path) {
    return of(
        CaptureCode.LENGTH_VIOLATION, "the value provided for " + path + " is too long", path);
  }

  private static ProblemException of(CaptureCode code, String text, String path) {
    return CaptureProblem.ofAttribute(code, text, path).exception();
  }
}
