package org.vestibule.auth.renewal;

import java.util.List;
import java.util.stream.Stream;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.Parameters;
import org.vestibule.platform.crypto.Digests;

/** The parameters of a renewal (authentication.md 5.2). */
record RenewalRequest(String token, String signature, String date) {
  private static final String CLIENT = "client_id";
  private static final List<String> OTHERS = List.of("access_token", "signature", "date");
  private static final int LONGEST_CLIENT_ID = 64;

  static RenewalRequest of(Parameters given) {
    requireAll(given);
    return new RenewalRequest(
        given.required("access_token"), given.required("signature"), given.required("date"));
  }

  /** The client that the call names; without one everything that is missing is told. */
  static String clientId(Parameters given) {
    if (given.filled(CLIENT).isEmpty()) {
      requireAll(given);
    }
    String id = given.required(CLIENT);
    if (id.length() > LONGEST_CLIENT_ID) {
      throw CaptureProblem.invalidClientCredentials().exception();
    }
    return id;
  }

  private static void requireAll(Parameters given) {
    List<String> missing =
        Stream.concat(OTHERS.stream(), Stream.of(CLIENT))
            .filter(name -> given.filled(name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw CaptureProblem.missingArguments(missing).exception();
    }
  }

  byte[] tokenHash() {
    return Digests.sha256(token);
  }

  @Override
  public String toString() {
    return "RenewalRequest[***]";
  }
}
