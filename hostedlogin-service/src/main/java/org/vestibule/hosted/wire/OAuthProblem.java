package org.vestibule.hosted.wire;

import java.util.Optional;
import org.vestibule.platform.problem.Problem;
import org.vestibule.platform.problem.ProblemException;

/**
 * A refusal of an OAuth 2.0 endpoint; {@code challenge} asks for Basic credentials again, {@code
 * allowedOrigin} is the browser origin that may read the answer, or null.
 */
public record OAuthProblem(
    OAuthError error, String description, boolean challenge, String allowedOrigin)
    implements Problem {

  /** This problem with a challenge when the caller had sent an header of Basic. */
  public OAuthProblem challenging(boolean sentBasic) {
    return new OAuthProblem(error, description, sentBasic, allowedOrigin);
  }

  /** The failure as it is when the origin may read the answer. */
  public static Throwable readableBy(Optional<String> origin, Throwable failure) {
    return origin.isPresent()
            && failure instanceof ProblemException known
            && known.problem() instanceof OAuthProblem problem
        ? problem.readableBy(origin.get()).exception()
        : failure;
  }

  private OAuthProblem readableBy(String origin) {
    return new OAuthProblem(error, description, challenge, origin);
  }
}
