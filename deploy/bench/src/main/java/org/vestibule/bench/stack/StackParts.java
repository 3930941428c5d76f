package org.vestibule.bench.stack;

import java.util.ArrayList;
import java.util.List;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.local.node.KafkaBrokerNode;
import org.vestibule.local.node.PostgresNode;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;

/** The programs of a running stack, whose processor time is told apart. */
public final class StackParts {
  private StackParts() {}

  /** All of them. */
  public static List<Part> of(LocalStack stack) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("gateway", ProcessHandle.current().pid(), Kind.GATEWAY));
    for (Service service : Service.values()) {
      parts.add(part(stack, service.fullName(), Kind.SERVICE));
    }
    parts.add(database(stack));
    parts.add(part(stack, KafkaBrokerNode.NAME, Kind.BROKER));
    return parts;
  }

  /** The database alone, which others may use too. */
  public static Part database(LocalStack stack) {
    return part(stack, PostgresNode.NAME, Kind.DATABASE);
  }

  private static Part part(LocalStack stack, String name, Kind kind) {
    return new Part(name, stack.pids(name).get(0), kind);
  }
}
