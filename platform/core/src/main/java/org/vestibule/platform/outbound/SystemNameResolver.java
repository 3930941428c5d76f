package org.vestibule.platform.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;
import org.vestibule.platform.offload.Offload;

/** Asks the operating system, off the event loop. */
public final class SystemNameResolver implements NameResolver {

  private final Offload offload;

  public SystemNameResolver(Offload offload) {
    this.offload = offload;
  }

  @Override
  public Uni<List<InetAddress>> resolve(String name) {
    return offload.io(() -> List.of(InetAddress.getAllByName(name)));
  }
}
