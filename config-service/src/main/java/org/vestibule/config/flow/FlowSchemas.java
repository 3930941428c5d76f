package org.vestibule.config.flow;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.config.flow.document.FlowDocument;
import org.vestibule.platform.capture.directory.SchemaDirectory;
import org.vestibule.platform.capture.directory.SchemaView;
import org.vestibule.platform.loop.InTurn;

/** Asks entity-service, by way of the directory, for the types that flows serve. */
@Singleton
public class FlowSchemas {
  private final SchemaDirectory directory;

  FlowSchemas(SchemaDirectory directory) {
    this.directory = directory;
  }

  /** The types of a flow, looked up in an application. */
  public Uni<Schemas> of(String applicationId, FlowDocument document) {
    return of(applicationId, document.strings("schemas"));
  }

  /** The types of these names. */
  public Uni<Schemas> of(String applicationId, List<String> names) {
    Map<String, SchemaView> found = new HashMap<>();
    return InTurn.each(names, (String name) -> find(applicationId, name, found))
        .replaceWith(() -> new Schemas(names, found));
  }

  private Uni<Void> find(String applicationId, String name, Map<String, SchemaView> found) {
    return directory
        .type(applicationId, name)
        .invoke(type -> type.ifPresent(it -> found.put(name, it)))
        .replaceWithVoid();
  }
}
