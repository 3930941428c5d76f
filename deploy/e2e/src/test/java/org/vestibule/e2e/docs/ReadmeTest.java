package org.vestibule.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Stack;

/** What the README says to paste works as pasted. */
class ReadmeTest {
  private static final String OK = "\\{\"stat\":\"ok\"}";
  private static final Pattern TRY_THIS =
      Pattern.compile("## Try this.*?```sh\\n(.*?)```", Pattern.DOTALL);

  /** What each line prints, in the order of the page. */
  private static final List<String> REPLIES =
      List.of(
          "\\{\"_links\":.*\"endpoint\":\"http://127.0.0.1:9911/people\".*",
          "\\{\"stat\":\"ok\",\"access_token\":\"\\w{32}\",\"capture_user\":.*\"displayName\":\"Jo\".*",
          "\\{\"stat\":\"ok\",\"uuid\":\"[0-9a-f-]{36}\"}",
          "\\{\"stat\":\"ok\",\"access_token\":\"\\w+\",\"expires_in\":3600,\"refresh_token\":\"\\w+\"}",
          OK,
          "\\{\"stat\":\"ok\",\"result\":\\{.*\"emailVerified\":\"20.*\"Leiden\".*",
          OK,
          OK,
          "\\{\"stat\":\"ok\",\"result_count\":1,.*\"displayName\":\"Joanna\".*",
          "\\{\"stat\":\"ok\",\"accessToken\":\"\\w{32}\"}",
          "\\{\"issuer\":.*\"jwks_uri\":.*",
          "\\{\"keys\":\\[\\{.*\"kty\":\"RSA\".*",
          "\\[\\{.*\"_secret\":.*");

  @Test
  void tryThis_worksAsPasted() throws IOException, InterruptedException {
    Stack stack = Stack.shared();
    String readme = Files.readString(Stack.projectRoot().resolve("README.md"));
    Matcher block = TRY_THIS.matcher(readme);
    assertThat(block.find()).isTrue();
    String output = PastedLines.run(block.group(1), stack);

    assertThat(PastedLines.replies(output))
        .zipSatisfy(REPLIES, (reply, wanted) -> assertThat(reply).matches(wanted));
    assertThat(output).contains("Secrets are shown this once.");
  }
}
