package org.vestibule.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vestibule.local.host.DataFolder;
import org.vestibule.local.host.LocalHttp;
import org.vestibule.local.host.StackFailure;
import org.vestibule.local.node.Service;
import org.vestibule.testkit.process.ChildProcessException;

/** The whole stack around services that are stand-ins; database, broker and gateway are real. */
class LocalStackTest {
  private final List<String> said = new CopyOnWriteArrayList<>();
  @TempDir Path folder;

  @Test
  void stack_whenStarted_thenIsSeededReachableWatchedAndRestartable() throws Exception {
    try (LocalStack stack = LocalStack.start(options().withReplicas(Map.of(Service.ENTITY, 2)))) {
      assertDemoFile(stack);
      assertReachable(stack);
      assertSecretsAreClosed();
      assertSecondStartIsRefused();
      assertDeathIsTold(stack);
    }
    assertThat(StackState.read(new DataFolder(data()))).isEmpty();
    assertDataSurvives();
  }

  private void assertDemoFile(LocalStack stack) throws IOException {
    JsonObject demo = new JsonObject(Files.readString(data().resolve("demo.json")));
    assertThat(demo).isEqualTo(stack.demo());
    assertThat(demo.getString("base_url")).isEqualTo("http://localhost:" + stack.port());
    assertThat(demo.getJsonObject("second_application").getString("base_url"))
        .isEqualTo("http://127.0.0.1:" + stack.port());
    assertThat(demo.getJsonObject("replicas").getJsonArray("entity-service")).hasSize(2);
    assertThat(demo.getJsonObject("pids").getJsonArray("entity-service")).hasSize(2);
    assertThat(demo.getJsonObject("clients").getJsonObject("owner").getString("client_id"))
        .isEqualTo("owner");
    assertThat(stack.phases().keySet()).contains("postgres", "kafka", "entity-service-2");
  }

  private static void assertReachable(LocalStack stack) throws IOException {
    LocalHttp.Reply reply = LocalHttp.call("GET", stack.baseUrl() + "/entity", "none", null);
    assertThat(reply.body()).isEqualTo("{\"path\":\"/entity\"}");
    LocalHttp.Reply mail = LocalHttp.call("GET", stack.baseUrl() + "/_local/mail", "none", null);
    assertThat(mail.body().replaceAll("\\s", "")).isEqualTo("[]");
  }

  private void assertSecretsAreClosed() throws IOException {
    for (String name :
        List.of(
            "secrets.properties",
            "tenants.json",
            "demo.json",
            "stack.json",
            "run/auth-service/config/application.properties")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data().resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  private void assertSecondStartIsRefused() {
    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("already running")
        .hasMessageContaining("./vestibule down");
  }

  private void assertDeathIsTold(LocalStack stack) throws InterruptedException {
    List<Long> before = stack.pids("webhook-service");
    said.clear();
    stack.kill9("webhook-service");
    for (int i = 0; i < 100 && said.isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(said).singleElement().asString().contains("webhook-service (pid " + before.get(0));
    assertThat(said.get(0)).contains("listening as vestibule_webhook", "restart webhook-service");
    stack.restart("webhook");
    assertThat(stack.pids("webhook-service")).isNotEqualTo(before);
    assertThatThrownBy(() -> stack.restart("nonsense")).hasMessageContaining("webhook-service");
  }

  private void assertDataSurvives() throws IOException {
    String before = Files.readString(data().resolve("tenants.json"));
    try (LocalStack stack = LocalStack.start(options())) {
      assertThat(stack.phases()).doesNotContainKey("demo applications");
      assertThat(Files.readString(data().resolve("tenants.json"))).isEqualTo(before);
    }
  }

  @Test
  void stack_whenAServiceDiesAtItsStart_thenSaysWhyAndLeavesNothingBehind() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("layout"), "1");
    Files.writeString(data().resolve("refuse-to-start"), "");
    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(ChildProcessException.class)
        .hasMessageContaining("-service ended before it was ready")
        .hasMessageContaining("does not want to start");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void stack_whenThePortIsTaken_thenSaysSoInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalStack.start(options().withPort(port)))
          .isInstanceOf(StackFailure.class)
          .hasMessage("Port " + port + " is in use; free it or choose another with --port.");
    }
  }

  @Test
  void stack_whenTheFolderIsNotItsOwn_thenSaysSoInOneLine() throws IOException {
    Files.createDirectories(data());
    Files.writeString(data().resolve("layout"), "0");
    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("was made by another version");
    Files.delete(data().resolve("layout"));
    Files.writeString(data().resolve("letter.txt"), "");
    assertThatThrownBy(() -> LocalStack.start(options()))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("holds other files");
  }

  private Path data() {
    return folder.resolve("data");
  }

  private StackOptions options() throws IOException {
    Path project = folder.resolve("project");
    Path made = Files.exists(project) ? project : FakeProject.make(project);
    return StackOptions.in(made, data()).withOutput(said::add);
  }
}
