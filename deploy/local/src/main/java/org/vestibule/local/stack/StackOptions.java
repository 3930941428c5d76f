package org.vestibule.local.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vestibule.local.node.MachineFlags;
import org.vestibule.local.node.Service;

/**
 * How a stack is started: the folder of the built project, the folder of its state, the port of the
 * gateway (0 for a free one), replicas and further configuration by service, flags of the services,
 * and who is told what happens.
 */
public record StackOptions(
    Path project,
    Path data,
    int port,
    Map<Service, Integer> replicas,
    Map<Service, Map<String, String>> settings,
    MachineFlags flags,
    Consumer<String> output) {
  /** One replica of each service on a free port, told to nobody. */
  public static StackOptions in(Path project, Path data) {
    return new StackOptions(project, data, 0, Map.of(), Map.of(), MachineFlags.LOCAL, line -> {});
  }

  public StackOptions withPort(int newPort) {
    return new StackOptions(project, data, newPort, replicas, settings, flags, output);
  }

  public StackOptions withReplicas(Map<Service, Integer> newReplicas) {
    return new StackOptions(project, data, port, Map.copyOf(newReplicas), settings, flags, output);
  }

  public StackOptions withFlags(MachineFlags newFlags) {
    return new StackOptions(project, data, port, replicas, settings, newFlags, output);
  }

  public StackOptions withOutput(Consumer<String> newOutput) {
    return new StackOptions(project, data, port, replicas, settings, flags, newOutput);
  }

  /** Configures one service beyond what the stack itself says. */
  public StackOptions withSettings(Service service, Map<String, String> more) {
    Map<Service, Map<String, String>> all = new HashMap<>(settings);
    all.put(service, Map.copyOf(more));
    return new StackOptions(project, data, port, replicas, Map.copyOf(all), flags, output);
  }

  Map<String, String> settingsOf(Service service) {
    return settings.getOrDefault(service, Map.of());
  }

  int replicasOf(Service service) {
    return replicas.getOrDefault(service, 1);
  }
}
