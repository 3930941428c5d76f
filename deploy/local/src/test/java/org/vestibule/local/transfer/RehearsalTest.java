package org.vestibule.local.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.testkit.process.LoopbackServer;
import org.vestibule.testkit.service.StackSecrets;

class RehearsalTest {
  private static final String TYPE = "/internal/applications/app/types/user";
  private static final String REJECTED =
      "{\"repeated\":false,\"stored\":1,\"rejections\":[{\"index\":1,\"code\":361,"
          + "\"error\":\"unique_violation\",\"reason\":\"taken\",\"attribute\":\"/email\"}]}";

  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<Progress> shown = new CopyOnWriteArrayList<>();
  private LoopbackServer server;
  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.answering(this::answer);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = LoopbackServer.body(exchange);
    calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    boolean asksForType = exchange.getRequestMethod().equals("GET");
    LoopbackServer.reply(exchange, 200, asksForType ? "{\"attributes\":[]}" : REJECTED);
  }

  @Test
  void batches_areOnlyAskedAbout_andWhatWouldBeRejectedIsWritten() throws IOException {
    Path file = folder.resolve("people.jsonl");
    Files.writeString(file, "{\"email\":\"a@example.com\"}\n\n{\"email\":\"b@example.com\"}\n");
    ImportRequest plain = ImportRequest.of(file, "app", "user");
    ImportRequest request =
        new ImportRequest(file, "app", "user", true, true, plain.rejected(), ImportMode.REHEARSAL);
    ImportResult result = ProfileImport.run(client(), request, progress());
    assertThat(result.stored()).isEqualTo(1);
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.wasFinished()).isFalse();
    assertThat(calls)
        .containsExactly(
            "GET " + TYPE + " ",
            "POST "
                + TYPE
                + "/imports/rehearsal?hashPasswords=true "
                + "{\"email\":\"a@example.com\"}\n{\"email\":\"b@example.com\"}");
    assertThat(Files.readAllLines(plain.rejected()))
        .containsExactly(
            "{\"line\":3,\"code\":361,\"error\":\"unique_violation\",\"reason\":\"taken\","
                + "\"attribute\":\"/email\",\"record\":{\"email\":\"b@example.com\"}}");
    assertThat(shown).as("the bar moves as in an import").hasSize(1);
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void at(long records, long rejected, double part) {
        shown.add(this);
      }
    };
  }

  private TransferClient client() {
    String address = "http://127.0.0.1:" + server.port();
    return new TransferClient(List.of(address), StackSecrets.generate());
  }
}
