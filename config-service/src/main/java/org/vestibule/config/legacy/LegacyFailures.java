package org.vestibule.config.legacy;

import java.util.function.Function;
import org.vestibule.config.wire.ConfigError;
import org.vestibule.config.wire.ConfigProblem;
import org.vestibule.config.wire.ConfigRefusal;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemException;

/** Says in the words of this family what the Configuration API would refuse. */
final class LegacyFailures {
  private LegacyFailures() {}

  /**
   * Translates refusals of a change.
   *
   * @param target the parameter that names the client
   * @param content the parameter that says what it shall become
   */
  static Function<Throwable, Throwable> of(String target, String content) {
    return failure ->
        failure instanceof ProblemException refused
            ? translate(refused.problem(), target, content).exception()
            : failure;
  }

  private static Problem translate(Problem problem, String target, String content) {
    if (problem instanceof ConfigRefusal refusal) {
      return translate(refusal.error(), refusal.text(), target, content);
    }
    return problem instanceof ConfigProblem known
        ? translate(known.error(), known.error().text(), target, content)
        : problem;
  }

  private static Problem translate(ConfigError error, String text, String target, String content) {
    String reason =
        Character.toLowerCase(text.charAt(0)) + text.substring(1).replaceAll("\\.$", "");
    return switch (error) {
      case CLIENT_NOT_FOUND ->
          CaptureProblem.invalidArgument(target, target + " is not a valid id");
      case OWNER_FOREVER -> CaptureProblem.of(CaptureCode.CLIENT_PERMISSION_ERROR, reason);
      case CLIENTS_FULL -> CaptureProblem.tooMany(reason);
      case CLIENT_OF_OIDC -> CaptureProblem.invalidArgument(target, reason);
      default -> CaptureProblem.invalidArgument(content, reason);
    };
  }
}
