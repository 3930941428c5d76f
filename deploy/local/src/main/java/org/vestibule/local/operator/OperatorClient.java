package org.vestibule.local.operator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.testkit.service.ServiceToken;
import org.vestibule.testkit.service.StackSecrets;

/** Internal calls to one service as the operator; the first replica that answers is asked. */
public final class OperatorClient {
  private final Service service;
  private final List<String> addresses;
  private final ServiceToken token;

  /** Takes the addresses of the service's replicas. */
  public OperatorClient(Service service, List<String> addresses, StackSecrets secrets) {
    this.service = service;
    this.addresses = addresses;
    this.token = new ServiceToken("operator", secrets.privateKey("operator"), Clock.systemUTC());
  }

  /** Calls with an optional JSON body; another status than the wanted one is told as a failure. */
  public String call(String method, String path, String json, int wanted, String failure) {
    LocalHttp.Reply reply = firstReply(method, path, json);
    if (reply.status() != wanted) {
      throw new StackFailure(failure + ": " + reason(reply));
    }
    return reply.body();
  }

  private LocalHttp.Reply firstReply(String method, String path, String json) {
    StackFailure last = new StackFailure(service.fullName() + " has no address");
    for (String address : addresses) {
      try {
        return LocalHttp.call(method, address + path, token.to(service.shortName()), json);
      } catch (IOException unreachable) {
        last =
            new StackFailure(
                service.fullName() + " does not answer at " + address + "; see ./vestibule status.",
                unreachable);
      }
    }
    throw last;
  }

  private static String reason(LocalHttp.Reply reply) {
    try {
      Object errors = new JsonObject(reply.body()).getValue("errors");
      return errors == null ? "HTTP " + reply.status() + " " + reply.body() : errors.toString();
    } catch (DecodeException notJson) {
      return "HTTP " + reply.status() + " " + reply.body();
    }
  }
}
