package org.vestibule.local.stack;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.ProcessFigures;
import org.vestibule.local.node.Node;
import org.vestibule.testkit.process.ChildProcess;

/** How one program is, as commands show it. */
final class NodeReport {
  private NodeReport() {}

  /** What does not change while the program runs. */
  static JsonObject identity(Node node) {
    return new JsonObject()
        .put("name", node.name())
        .put("label", node.label())
        .put("pid", pid(node))
        .put("port", node.port())
        .put("log", node.log().toString());
  }

  /** The same with health, age and memory. */
  static JsonObject full(Node node, Instant now) {
    boolean isAlive = node.isAlive();
    String health = !isAlive ? "dead" : node.isHealthy() ? "healthy" : "not ready";
    return identity(node)
        .put("health", health)
        .put("uptime_seconds", isAlive ? Fleet.age(node, now).toSeconds() : 0)
        .put("rss_kib", ProcessFigures.residentKilobytes(pid(node)))
        .put("pss_kib", ProcessFigures.proportionalKilobytes(pid(node)));
  }

  /** Our own process, which is the gateway and the mailbox. */
  static JsonObject ofLauncher(int port, DataFolder folder, Instant now) {
    ProcessHandle own = ProcessHandle.current();
    Instant start = own.info().startInstant().orElse(now);
    return new JsonObject()
        .put("name", "launcher")
        .put("label", "launcher (gateway)")
        .put("pid", own.pid())
        .put("port", port)
        .put("log", folder.log("launcher").toString())
        .put("health", "healthy")
        .put("uptime_seconds", Duration.between(start, now).toSeconds())
        .put("rss_kib", ProcessFigures.residentKilobytesAlone(own.pid()))
        .put("pss_kib", ProcessFigures.proportionalKilobytesAlone(own.pid()));
  }

  static long pid(Node node) {
    return node.process().map(ChildProcess::pid).orElse(0L);
  }
}
