package org.vestibule.entity.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.platform.capture.caller.Caller;
import org.vestibule.platform.capture.caller.CallerAuthentication;
import org.vestibule.platform.capture.directory.TokenGrant;
import org.vestibule.platform.capture.problem.CaptureCode;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.capture.request.CaptureRequest;
import org.vestibule.platform.crypto.Digests;
import org.vestibule.platform.internal.InternalClient;
import org.vestibule.platform.internal.InternalClients;
import org.vestibule.platform.internal.InternalResponse;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.StandardProblem;

/** One-time tokens that stand for credentials when a record is created; auth-service owns them. */
@Singleton
public class CreationTokens {
  private static final Logger LOG = Logger.getLogger(CreationTokens.class);
  private static final String ARGUMENT = "creation_token";
  private static final int LONGEST = 64;

  private final CallerAuthentication authentication;
  private final InternalClient auth;

  /** Takes the check of callers and the way to auth-service. */
  public CreationTokens(CallerAuthentication authentication, InternalClients internal) {
    this.authentication = authentication;
    this.auth = internal.to("auth");
  }

  /** The token of a call. */
  static Optional<String> in(CaptureRequest request) {
    return request.parameters().filled(ARGUMENT);
  }

  /** The client that a token was made for; 417 when it is too late. */
  Uni<Caller> holder(CaptureRequest request, String token) {
    return token.length() > LONGEST
        ? notRecognized().fail()
        : auth.post("/internal/creation-tokens/resolve", named(token), request.edge().context())
            .map(response -> done(response).as(TokenGrant.class))
            .invoke(CreationTokens::requireLive)
            .chain(grant -> authentication.holder(request, grant));
  }

  private static void requireLive(TokenGrant grant) {
    if (grant.state() == TokenGrant.State.expired) {
      throw CaptureProblem.creationTokenExpired().exception();
    }
    if (grant.state() != TokenGrant.State.active) {
      throw notRecognized().exception();
    }
  }

  /** Gives the token to a record that is about to be committed, or refuses the record. */
  Uni<Void> claim(TypedCall call, String token, StoredRecord record) {
    return auth.post("/internal/creation-tokens/claim", named(call, token, record), call.context())
        .invoke(response -> requireClaimed(done(response).body().path("outcome").asText()))
        .replaceWithVoid();
  }

  private static void requireClaimed(String outcome) {
    if (outcome.equals("expired")) {
      throw CaptureProblem.creationTokenExpired().exception();
    }
    if (!outcome.equals("claimed")) {
      throw notRecognized().exception();
    }
  }

  /** Says that the record exists; when that is lost, auth-service finds out by itself. */
  Uni<Void> confirm(TypedCall call, String token, StoredRecord record) {
    return auth.post(
            "/internal/creation-tokens/confirm", named(call, token, record), call.context())
        .map(CreationTokens::done)
        .onFailure()
        .invoke(failure -> LOG.debugf("a creation token was not confirmed: %s", failure))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private static ObjectNode named(String token) {
    return Json.object().put("sha256", Digests.sha256Hex(token));
  }

  private static ObjectNode named(TypedCall call, String token, StoredRecord record) {
    return named(token)
        .put("applicationId", call.type().applicationId())
        .put("recordUuid", record.uuid().toString());
  }

  private static InternalResponse done(InternalResponse response) {
    if (!response.isOk()) {
      throw new StandardProblem.Unavailable("creation-tokens answered " + response.status())
          .exception();
    }
    return response;
  }

  private static CaptureProblem notRecognized() {
    return CaptureProblem.of(CaptureCode.INVALID_ARGUMENT, "creation token not recognized")
        .with("argument_name", ARGUMENT);
  }
}
