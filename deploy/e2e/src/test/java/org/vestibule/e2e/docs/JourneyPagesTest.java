package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Stack;

/** The pages of {@code docs/journeys} say what to paste and what it prints; both are so. */
class JourneyPagesTest {
  private static final Path FOLDER = Stack.projectRoot().resolve("docs/journeys");
  private static final String PREPARATION = ". .vestibule/demo.env\n. docs/journeys/functions.sh\n";
  private static final Pattern BLOCK =
      Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> page_worksAsPastedAndPrintsWhatItSays() throws IOException {
    return pages().stream().map(it -> dynamicTest(it.getFileName().toString(), () -> paste(it)));
  }

  @Test
  void everyPage_isNamedInTheReadmeAndHasADiagram() throws IOException {
    String readme = Files.readString(FOLDER.resolve("README.md"));
    assertThat(readme).contains(PREPARATION);
    assertThat(pages()).hasSizeGreaterThanOrEqualTo(3);
    for (Path page : pages()) {
      assertThat(readme).contains("(" + page.getFileName() + ")");
      assertThat(Files.readString(page)).contains("```mermaid\nsequenceDiagram\n");
    }
  }

  private static void paste(Path page) throws IOException, InterruptedException {
    StringBuilder lines = new StringBuilder(PREPARATION);
    List<Pattern> wanted = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(Files.readString(page));
    while (blocks.find()) {
      if (blocks.group(1).equals("sh")) {
        lines.append(blocks.group(2));
      } else {
        blocks.group(2).lines().map(JourneyPagesTest::reply).forEach(wanted::add);
      }
    }

    assertThat(wanted).as("replies that the page shows").hasSizeGreaterThan(3);
    String output = PastedLines.run(lines.toString(), Stack.shared());

    assertThat(PastedLines.replies(output))
        .as(output)
        .zipSatisfy(wanted, (reply, pattern) -> assertThat(reply).matches(pattern));
  }

  /** A reply as the page shows it: an ellipsis stands for anything. */
  private static Pattern reply(String shown) {
    return Pattern.compile(
        Stream.of(shown.split("…", -1)).map(Pattern::quote).reduce((a, b) -> a + ".*" + b).get());
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(it -> it.toString().endsWith(".md") && !it.endsWith("README.md"))
          .sorted()
          .toList();
    }
  }
}
