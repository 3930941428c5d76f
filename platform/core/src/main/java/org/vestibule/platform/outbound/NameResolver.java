package org.vestibule.platform.outbound;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Turns a host name into its addresses. */
@FunctionalInterface
public interface NameResolver {

  /** Fails with {@link java.net.UnknownHostException} when there are none. */
  Uni<List<InetAddress>> resolve(String name);
}
