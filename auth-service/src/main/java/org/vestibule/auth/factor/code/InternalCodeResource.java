package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.UUID;
import org.vestibule.auth.factor.Channel;
import org.vestibule.auth.factor.FactorPeople;
import org.vestibule.auth.factor.PersonRequest;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Codes of second factors, for the services that show pages. */
@Path("/internal/factors")
@ApiFamily("internal")
public class InternalCodeResource {
  private final FactorPeople people;
  private final CodeService codes;

  InternalCodeResource(FactorPeople people, CodeService codes) {
    this.people = people;
    this.codes = codes;
  }

  /** The ways on which a code would reach somebody, masked. */
  @POST
  @Path("channels")
  public Uni<CodeReply.Channels> channels(PersonRequest request, @Context RoutingContext routing) {
    return people
        .require(PersonRequest.required(request), CallContext.of(routing))
        .chain(codes::destinations)
        .map(CodeReply.Channels::of);
  }

  /** Sends a code; asked again for a challenge, the earlier code of it ends. */
  @POST
  @Path("codes")
  public Uni<CodeReply> send(SendRequest request, @Context RoutingContext routing) {
    return people
        .require(request.person(), CallContext.of(routing))
        .chain(person -> codes.send(person, request.order()));
  }

  /** Tries a code. */
  @POST
  @Path("codes/verify")
  public Uni<CodeReply> verify(VerifyRequest request, @Context RoutingContext routing) {
    return people
        .require(request.person(), CallContext.of(routing))
        .chain(person -> codes.verify(person, request.challengeId(), request.code()));
  }

  /** Who shall get a code, how, and in which words. */
  public record SendRequest(
      PersonRequest person,
      UUID challengeId,
      String channel,
      String flow,
      String flowVersion,
      String locale) {

    /** Refuses a request that does not say what to send. */
    public SendRequest {
      PersonRequest.required(person);
      if (challengeId == null || Channel.of(channel).isEmpty()) {
        throw InternalProblem.badRequest("challengeId and a channel, email or sms, are needed");
      }
    }

    CodeOrder order() {
      return new CodeOrder(
          challengeId, Channel.of(channel).orElseThrow(), flow, flowVersion, locale);
    }
  }

  /** What somebody typed. */
  public record VerifyRequest(PersonRequest person, UUID challengeId, String code) {
    private static final int LONGEST_CODE = 64;

    /** Refuses a request that names nothing to try. */
    public VerifyRequest {
      PersonRequest.required(person);
      if (challengeId == null || code == null || code.length() > LONGEST_CODE) {
        throw InternalProblem.badRequest("challengeId and code are needed");
      }
    }

    @Override
    public String toString() {
      return "VerifyRequest[***]";
    }
  }
}
