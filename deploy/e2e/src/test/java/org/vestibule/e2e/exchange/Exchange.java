package org.vestibule.e2e.exchange;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** One hand-written request with what its reply must be. */
record Exchange(String operation, Map<String, Object> description) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> OK = Map.of("status", 200, "body", Map.of("stat", "ok"));

  String name() {
    return operation + ": " + description.get("name");
  }

  boolean isSuccess() {
    return "success".equals(description.get("kind"));
  }

  Reply play(Tenant tenant, Map<String, String> values) {
    Variables variables = new Variables(values);
    variables.give((String) description.get("given"), tenant);
    return play(tenant, variables);
  }

  /**
   * The steps before, the sign-ins at social providers, what a mail tells, the call itself, and the
   * steps that must follow.
   */
  private Reply play(Tenant tenant, Variables variables) {
    steps("before").forEach(step -> step.play(tenant, variables));
    list("social").forEach(it -> variables.signInAtProvider(variables.fill(it), tenant));
    variables.read(filled("mail", variables), tenant);
    Waiting.pause((Integer) description.getOrDefault("wait_ms", 0));
    Reply reply = send(tenant, filled("request", variables), variables);
    Map<String, Object> expected =
        description.containsKey("expect") ? filled("expect", variables) : OK;
    new Expectation(expected).check(reply);
    keep(expected, reply, variables);
    steps("then").forEach(step -> step.play(tenant, variables));
    return reply;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> filled(String part, Variables variables) {
    return (Map<String, Object>) variables.fill(description.getOrDefault(part, Map.of()));
  }

  @SuppressWarnings("unchecked")
  private Stream<Exchange> steps(String part) {
    return list(part).map(it -> new Exchange(operation, (Map<String, Object>) it));
  }

  private Stream<?> list(String part) {
    Object steps = description.getOrDefault(part, List.of());
    return (steps instanceof List<?> several ? several : List.of(steps)).stream();
  }

  private static void keep(Map<String, Object> expected, Reply reply, Variables variables) {
    if (expected.get("store") instanceof Map<?, ?> store) {
      store.forEach((member, name) -> variables.store(name.toString(), reply.at("/" + member)));
    }
  }

  private static Reply send(Tenant tenant, Map<String, Object> request, Variables variables) {
    Call call =
        Call.of((String) request.get("method"), tenant.baseUrl(), (String) request.get("path"));
    texts(request.get("query")).forEach(call::query);
    texts(request.get("form")).forEach(call::form);
    if (request.containsKey("json")) {
      call.json(write(request.get("json")));
    }
    if (request.get("text") instanceof Map<?, ?> text) {
      call.text(text.get("type").toString(), text.get("body").toString());
    }
    texts(request.get("headers")).forEach(call::header);
    authenticate(call, request, variables);
    return call.send();
  }

  private static void authenticate(Call call, Map<String, Object> request, Variables variables) {
    if (request.get("basic") instanceof String client) {
      call.basic(
          variables.value(client + ".client_id"), variables.value(client + ".client_secret"));
    }
    if (request.get("signed") instanceof String client) {
      call.signed(
          variables.value(client + ".client_id"), variables.value(client + ".client_secret"));
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
