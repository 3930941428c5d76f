package org.vestibule.bench.entity;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.entity.Bystanders.Watched;
import org.vestibule.bench.figure.TextTable;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadRequest;
import org.vestibule.bench.load.LoadTarget;

/** Changes the type while its records are read and written. */
final class SchemaChanges {
  private static final int AFTERWARDS = 5;

  private final Workbench bench;
  private final LoadTarget target;
  private final ProfileCalls calls;
  private final Supplier<LoadRequest> meanwhile;
  private final TextTable table =
      new TextTable("change", "took ms", "calls meanwhile", "slowest ms");

  SchemaChanges(
      Workbench bench, LoadTarget target, ProfileCalls calls, Supplier<LoadRequest> meanwhile) {
    this.bench = bench;
    this.target = target;
    this.calls = calls;
    this.meanwhile = meanwhile;
  }

  void run() throws Exception {
    String added = new JsonObject().put("name", "score").put("type", "integer").encode();
    change("addAttribute", Map.of("attr_def", added));
    change("renameAttribute", Map.of("source_name", "visits", "target_name", "stays"));
    change("removeAttribute", Map.of("attribute_name", "givenName"));
    Map<String, String> repeated =
        Map.of("attribute_name", "nickname", "constraints", "[\"unique\"]");
    LoadAnswer refused = change("setAttributeConstraints", repeated, "unique, does not hold");
    Map<String, String> unique =
        Map.of("attribute_name", "familyName", "constraints", "[\"unique\"]");
    change("setAttributeConstraints", unique, "unique, holds");
    table.lines().forEach(bench.output());
    bench.tell("unique that does not hold: %s", refused.text());
  }

  private void change(String operation, Map<String, String> parameters) throws Exception {
    LoadAnswer answer = change(operation, parameters, "");
    if (!answer.isRight(ProfileCalls.ok())) {
      throw new IllegalStateException(operation + " was answered " + answer.text());
    }
  }

  private LoadAnswer change(String operation, Map<String, String> parameters, String note)
      throws Exception {
    LoadRequest request = calls.ofType(operation, parameters);
    Watched watched =
        new Bystanders(target)
            .watch(() -> LoadClient.answer(target, request), AFTERWARDS, meanwhile);
    table.row(
        operation + (note.isEmpty() ? "" : " (" + note + ")"),
        String.format(Locale.ROOT, "%.0f", watched.took()),
        Integer.toString(watched.calls()),
        String.format(Locale.ROOT, "%.0f", watched.longest()));
    return watched.answer();
  }
}
