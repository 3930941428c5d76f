package org.vestibule.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.vestibule.local.Project;
import org.vestibule.local.node.Service;

/** A project folder whose services are all the same small program. */
final class FakeProject {
  private FakeProject() {}

  static Path make(Path folder) throws IOException {
    for (Service service : Service.values()) {
      Path application = folder.resolve(service.fullName()).resolve("target/quarkus-app");
      Files.createDirectories(application);
      writeJar(application.resolve("quarkus-run.jar"));
    }
    Path chart = Files.createDirectories(folder.resolve("deploy/helm/vestibule"));
    Files.copy(Project.routes(), chart.resolve("routes.yaml"));
    return folder;
  }

  private static void writeJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    String entry = FakeService.class.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest);
        InputStream bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new ZipEntry(entry));
      bytes.transferTo(jar);
      jar.closeEntry();
    }
  }
}
