package org.vestibule.auth.verification;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import org.vestibule.auth.access.AccessCall;
import org.vestibule.auth.access.Seconds;
import org.vestibule.platform.capture.directory.SchemaDirectory;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.sql.SqlTransactions;

/** Answers servers that ask for a verification code. */
@Singleton
class VerificationRequests {
  private static final String ATTRIBUTE = "attribute_name";
  private static final String LIFETIME = "lifetime";
  private static final long LONGEST_SECONDS = 31_536_000;

  private final VerificationService codes;
  private final SchemaDirectory schemas;
  private final SqlTransactions transactions;

  VerificationRequests(
      VerificationService codes, SchemaDirectory schemas, SqlTransactions transactions) {
    this.codes = codes;
    this.schemas = schemas;
    this.transactions = transactions;
  }

  static void check(Parameters given) {
    given.required(ATTRIBUTE);
    lifetime(given, Duration.ZERO);
  }

  Uni<String> issue(AccessCall call) {
    Duration byDefault = VerificationService.lifetime(call.client()::setting);
    Duration lifetime = lifetime(call.given(), byDefault);
    return schemas
        .type(call.applicationId(), call.entityType())
        .map(found -> found.orElseThrow(() -> unknownType(call)))
        .map(schema -> attribute(schema, call.given().required(ATTRIBUTE)))
        .chain(
            attribute ->
                transactions.read(tx -> codes.issue(tx, call.grantee(), attribute, lifetime)));
  }

  private static Duration lifetime(Parameters given, Duration byDefault) {
    return Seconds.of(given, LIFETIME, byDefault, LONGEST_SECONDS);
  }

  /** The dotted path of a date that is reached through objects alone. */
  private static String attribute(SchemaView schema, String given) {
    String path = given.replace('/', '.').replaceFirst("^\\.+", "");
    String type = type(schema, path);
    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
      requireNoPlural(schema, path.substring(0, dot));
    }
    if (!type.equals("datetime")) {
      throw notADate();
    }
    return path;
  }

  private static void requireNoPlural(SchemaView schema, String parent) {
    if (type(schema, parent).equals("plural")) {
      throw notADate();
    }
  }

  private static String type(SchemaView schema, String path) {
    JsonNode definition =
        schema
            .attribute(path)
            .orElseThrow(
                () -> CaptureProblem.unknownAttribute("/" + path.replace('.', '/')).exception());
    return definition.path("type").asText().toLowerCase(Locale.ROOT);
  }

  private static RuntimeException notADate() {
    return CaptureProblem.invalidArgument(ATTRIBUTE, "it is not a dateTime").exception();
  }

  private static RuntimeException unknownType(AccessCall call) {
    return CaptureProblem.unknownEntityType(call.entityType()).exception();
  }
}
