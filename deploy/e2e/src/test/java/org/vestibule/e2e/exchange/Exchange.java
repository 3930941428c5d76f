package org.vestibule.e2e.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Tenant;

/** One hand-written request with what its reply must be. */
record Exchange(String operation, Map<String, Object> description) {
  private static final ObjectMapper JSON = new ObjectMapper();

  String name() {
    return operation + ": " + description.get("name");
  }

  boolean isSuccess() {
    return "success".equals(description.get("kind"));
  }

  @SuppressWarnings("unchecked")
  Reply play(Tenant tenant, Map<String, String> values) {
    Variables variables = new Variables(values);
    variables.give((String) description.get("given"), tenant);
    Map<String, Object> filled = (Map<String, Object>) variables.fill(description);
    Reply reply = send(tenant, (Map<String, Object>) filled.get("request"), values);
    Map<String, Object> expected = (Map<String, Object>) filled.get("expect");
    new Expectation(expected).check(reply);
    keep(expected, reply, variables);
    if (filled.get("then") instanceof Map<?, ?> then) {
      new Exchange(operation, (Map<String, Object>) then).play(tenant, values);
    }
    return reply;
  }

  private static void keep(Map<String, Object> expected, Reply reply, Variables variables) {
    if (expected.get("store") instanceof Map<?, ?> store) {
      store.forEach((member, name) -> variables.store(name.toString(), reply.at("/" + member)));
    }
  }

  private static Reply send(
      Tenant tenant, Map<String, Object> request, Map<String, String> values) {
    Call call =
        Call.of((String) request.get("method"), tenant.baseUrl(), (String) request.get("path"));
    texts(request.get("query")).forEach(call::query);
    texts(request.get("form")).forEach(call::form);
    if (request.containsKey("json")) {
      call.json(write(request.get("json")));
    }
    texts(request.get("headers")).forEach(call::header);
    authenticate(call, request, values);
    return call.send();
  }

  private static void authenticate(
      Call call, Map<String, Object> request, Map<String, String> values) {
    if (request.get("basic") instanceof String client) {
      call.basic(values.get(client + ".client_id"), values.get(client + ".client_secret"));
    }
    if (request.get("signed") instanceof String client) {
      call.signed(values.get(client + ".client_id"), values.get(client + ".client_secret"));
    }
  }

  private static Map<String, String> texts(Object map) {
    Map<String, String> texts = new java.util.LinkedHashMap<>();
    if (map instanceof Map<?, ?> members) {
      members.forEach((name, value) -> texts.put(name.toString(), String.valueOf(value)));
    }
    return texts;
  }

  private static String write(Object tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
