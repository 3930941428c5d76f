package org.vestibule.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
  private static final String PREFIX = "vestibule-folder-test-";
  private final AtomicReference<Path> used = new AtomicReference<>();

  @Test
  void folder_whenTheWorkIsDone_thenIsGone() throws Exception {
    String result = TemporaryFolder.use(PREFIX, this::write);
    assertThat(result).isEqualTo("done");
    assertThat(used.get()).doesNotExist();
  }

  @Test
  void folder_whenTheWorkFails_thenStays() throws Exception {
    assertThatThrownBy(() -> TemporaryFolder.use(PREFIX, folder -> fail(write(folder))))
        .hasMessage("done");
    Path kept = used.get().resolve("deep/log");
    assertThat(kept).hasContent("text");
    Files.delete(kept);
    Files.delete(kept.getParent());
    Files.delete(used.get());
  }

  private String write(Path folder) throws Exception {
    used.set(folder);
    Files.writeString(Files.createDirectory(folder.resolve("deep")).resolve("log"), "text");
    return "done";
  }

  private static String fail(String message) {
    throw new IllegalStateException(message);
  }
}
