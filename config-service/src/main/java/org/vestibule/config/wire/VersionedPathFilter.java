package org.vestibule.config.wire;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Serves {@code /v1/config/**}, the paths of old clients, as {@code /config/**}. */
public class VersionedPathFilter {
  private static final String OLD = "/v1/config/";
  private static final String VERSION = "/v1";

  /** Takes the version out of the path before a resource is matched. */
  @ServerRequestFilter(preMatching = true)
  public void unify(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    URI asked = uri.getRequestUri();
    if (asked.getRawPath().startsWith(OLD)) {
      String path = asked.getRawPath().substring(VERSION.length());
      request.setRequestUri(
          uri.getRequestUriBuilder().replacePath(null).path(path).buildFromEncoded());
    }
  }
}
