package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Stack;

/** What the README says to paste works as pasted. */
class ReadmeTest {
  private static final Pattern TRY_THIS =
      Pattern.compile("## Try this.*?```sh\\n(.*?)```", Pattern.DOTALL);

  @Test
  void tryThis_worksAsPasted() throws IOException, InterruptedException {
    Stack stack = Stack.shared();
    String readme = Files.readString(Stack.projectRoot().resolve("README.md"));
    Matcher block = TRY_THIS.matcher(readme);
    assertThat(block.find()).isTrue();
    String lines =
        block.group(1).replace(". .vestibule/demo.env", ". '" + stack.folder() + "/demo.env'");

    String output = run(lines, stack);

    assertThat(output).doesNotContain("\"stat\":\"error\"").doesNotContain("\"errors\"");
    assertThat(output).contains("\"access_token\":", "\"result_count\":1", "{\"stat\":\"ok\"}");
    assertThat(output).contains("\"_secret\":", "\"userData\":", "Secrets are shown this once.");
  }

  private static String run(String lines, Stack stack) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-eu", "-c", lines).redirectErrorStream(true);
    shell.directory(Stack.projectRoot().toFile());
    shell.environment().put("VESTIBULE_DATA", stack.folder().toString());
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
