package org.vestibule.platform.http;

import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Paths;

/** Keeps calls between services out of the published OpenAPI document. */
public class PublicPaths implements OASFilter {
  @Override
  public void filterOpenAPI(OpenAPI document) {
    Paths published = OASFactory.createPaths();
    Optional.ofNullable(document.getPaths())
        .map(Paths::getPathItems)
        .ifPresent(
            all ->
                all.forEach(
                    (path, item) -> {
                      if (!path.startsWith("/internal")) {
                        published.addPathItem(path, item);
                      }
                    }));
    document.setPaths(published);
    document.setComponents(null);
    document.setServers(null);
  }
}
