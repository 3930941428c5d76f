package org.vestibule.auth.factor.device;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.util.HexFormat;
import java.util.UUID;
import org.vestibule.auth.factor.FactorPeople;
import org.vestibule.auth.factor.PersonRequest;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.json.Json;
import org.vestibule.platform.problem.ApiFamily;
import org.vestibule.platform.problem.InternalProblem;

/** Devices that skip the code, for the services that show pages. */
@Path("/internal/factors/devices")
@ApiFamily("internal")
public class InternalDeviceResource {
  private final FactorPeople people;
  private final DeviceService devices;

  InternalDeviceResource(FactorPeople people, DeviceService devices) {
    this.people = people;
    this.devices = devices;
  }

  /** Trusts a device, when its challenge was met and the client lets people trust devices. */
  @POST
  public Uni<DeviceReply> trust(TrustRequest request, @Context RoutingContext routing) {
    return people
        .require(request.person(), CallContext.of(routing))
        .chain(person -> devices.trust(person, request.challengeId(), request.device()));
  }

  /** Whether a device is trusted. */
  @POST
  @Path("check")
  public Uni<DeviceReply> check(CheckRequest request, @Context RoutingContext routing) {
    return people
        .require(request.person(), CallContext.of(routing))
        .chain(person -> devices.check(person, request.device()));
  }

  /** Trusts none of a person's devices any more. */
  @POST
  @Path("revoke")
  public Uni<ObjectNode> revoke(PersonRequest request, @Context RoutingContext routing) {
    return people
        .require(PersonRequest.required(request), CallContext.of(routing))
        .chain(devices::revoke)
        .map(count -> Json.object().put("revoked", count));
  }

  private static byte[] hash(String sha256) {
    if (sha256 == null || !sha256.matches("[0-9a-f]{64}")) {
      throw InternalProblem.badRequest("deviceSha256 is needed, in hex");
    }
    return HexFormat.of().parseHex(sha256);
  }

  /** A device, by the SHA-256 of its secret, on which a challenge was met. */
  public record TrustRequest(PersonRequest person, UUID challengeId, String deviceSha256) {

    /** Refuses a request that names no device or no challenge. */
    public TrustRequest {
      PersonRequest.required(person);
      hash(deviceSha256);
      if (challengeId == null) {
        throw InternalProblem.badRequest("challengeId is needed");
      }
    }

    byte[] device() {
      return hash(deviceSha256);
    }
  }

  /** A device, by the SHA-256 of its secret. */
  public record CheckRequest(PersonRequest person, String deviceSha256) {

    /** Refuses a request that names no device. */
    public CheckRequest {
      PersonRequest.required(person);
      hash(deviceSha256);
    }

    byte[] device() {
      return hash(deviceSha256);
    }
  }
}
