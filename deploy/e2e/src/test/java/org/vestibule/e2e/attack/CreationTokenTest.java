package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.Call;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;
import org.vestibule.testkit.Waiting;

/** A creation token makes one record, whoever sends it and however often. */
class CreationTokenTest {
  private final Tenant tenant = Stack.shared().demo();

  @Test
  void token_atOnceBySixteen_makesOneRecord() {
    String token = token("3600");
    List<String> emails = Stream.generate(People::newEmail).limit(16).toList();
    ExecutorService threads = Executors.newFixedThreadPool(16);

    List<CompletableFuture<Reply>> calls =
        emails.stream()
            .map(it -> CompletableFuture.supplyAsync(() -> create(token, it), threads))
            .toList();
    List<Reply> replies = calls.stream().map(CompletableFuture::join).toList();
    threads.shutdown();

    assertThat(replies).filteredOn(it -> it.at("/stat").equals("ok")).hasSize(1);
    assertThat(replies)
        .filteredOn(it -> it.at("/stat").equals("error"))
        .allSatisfy(CreationTokenTest::assertNotRecognized);
    assertThat(emails.stream().mapToInt(this::count).sum()).isEqualTo(1);
  }

  @Test
  void token_ofARefusedRecord_canBeUsedAgain_butOnlyOnce() {
    String token = token("3600");
    String taken = People.newEmail();
    People.register(tenant, taken);

    assertThat(create(token, taken).code()).isEqualTo(361);
    assertThat(create(token, People.newEmail()).at("/stat")).isEqualTo("ok");
    assertNotRecognized(create(token, People.newEmail()));
  }

  @Test
  void token_afterItsLife_makesNothing() {
    String token = token("1");
    Waiting.pause(1_200);

    Reply reply = create(token, People.newEmail());

    assertThat(reply.code()).as(reply.text()).isEqualTo(417);
    assertThat(reply.at("/error")).isEqualTo("creation_token_expired");
    assertThat(reply.at("/error_description")).isEqualTo("creation_token expired");
  }

  @Test
  void token_opensNothingElse_andNothingElseIsOne() {
    String token = token("3600");
    Reply asAccess = Call.post(tenant, "/entity").form("access_token", token).send();
    assertThat(asAccess.code()).as(asAccess.text()).isEqualTo(413);
    Reply access = People.register(tenant, People.newEmail());
    assertNotRecognized(create(access.at("/access_token"), People.newEmail()));
    Tenant second = Stack.shared().second();
    Reply elsewhere =
        Call.post(second, "/entity.create")
            .form("creation_token", token)
            .form("attributes", "{}")
            .send();
    assertThat(elsewhere.code()).as(elsewhere.text()).isEqualTo(402);
  }

  private static void assertNotRecognized(Reply reply) {
    assertThat(reply.code()).as(reply.text()).isEqualTo(200);
    assertThat(reply.at("/argument_name")).isEqualTo("creation_token");
    assertThat(reply.at("/error_description")).isEqualTo("creation token not recognized");
  }

  private String token(String lifetime) {
    Reply reply =
        Call.post(tenant, "/access/getCreationToken")
            .basic(tenant, "access_issuer")
            .form("type_name", "user")
            .form("for_client_id", tenant.clientId("login_client"))
            .form("lifetime", lifetime)
            .send();
    assertThat(reply.at("/stat")).as(reply.text()).isEqualTo("ok");
    return reply.at("/creation_token");
  }

  private Reply create(String token, String email) {
    return Call.post(tenant, "/entity.create")
        .form("type_name", "user")
        .form("creation_token", token)
        .form("attributes", "{\"email\":\"" + email + "\"}")
        .send();
  }

  private int count(String email) {
    Reply reply =
        Call.post(tenant, "/entity.count")
            .basic(tenant, "owner")
            .form("type_name", "user")
            .form("filter", "email = '" + email + "'")
            .send();
    return reply.json().path("total_count").asInt();
  }
}
