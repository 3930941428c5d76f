package org.vestibule.bench.keycloak;

import java.util.List;
import java.util.Map;
import org.vestibule.bench.figure.Part;
import org.vestibule.bench.figure.Part.Kind;
import org.vestibule.bench.load.LoadTarget;

/**
 * One of the two systems: where it answers, its programs with the database, and how each task is
 * asked of it.
 */
record Contestant(String name, LoadTarget target, List<Part> parts, Map<Task, Calls> calls) {
  /** The programs that can stand still; the gateway is the one that measures. */
  List<Long> pids() {
    return parts.stream()
        .filter(part -> part.kind() == Kind.SERVICE || part.kind() == Kind.BROKER)
        .map(Part::pid)
        .toList();
  }
}
