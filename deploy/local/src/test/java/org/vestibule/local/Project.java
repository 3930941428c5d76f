package org.vestibule.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of the repository from wherever tests run. */
public final class Project {
  private Project() {}

  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("deploy/helm/vestibule/routes.yaml"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  public static Path routes() {
    return root().resolve("deploy/helm/vestibule/routes.yaml");
  }
}
