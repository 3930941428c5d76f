package org.vestibule.local.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.node.Service;

/**
 * How a stack is started: the folder of the built project, the folder of its state, the port of the
 * gateway (0 for a free one), replicas by service, flags of the services, and who is told what
 * happens.
 */
public record StackOptions(
    Path project,
    Path data,
    int port,
    Map<Service, Integer> replicas,
    MachineFlags flags,
    Consumer<String> output) {
  /** One replica of each service on a free port, told to nobody. */
  public static StackOptions in(Path project, Path data) {
    return new StackOptions(project, data, 0, Map.of(), MachineFlags.LOCAL, line -> {});
  }

  public StackOptions withPort(int newPort) {
    return new StackOptions(project, data, newPort, replicas, flags, output);
  }

  public StackOptions withReplicas(Map<Service, Integer> newReplicas) {
    return new StackOptions(project, data, port, Map.copyOf(newReplicas), flags, output);
  }

  public StackOptions withFlags(MachineFlags newFlags) {
    return new StackOptions(project, data, port, replicas, newFlags, output);
  }

  public StackOptions withOutput(Consumer<String> newOutput) {
    return new StackOptions(project, data, port, replicas, flags, newOutput);
  }

  int replicasOf(Service service) {
    return replicas.getOrDefault(service, 1);
  }
}
