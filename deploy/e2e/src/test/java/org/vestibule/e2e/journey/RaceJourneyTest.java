package org.vestibule.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/** Sixteen people want one address at the same moment. */
class RaceJourneyTest {
  @Test
  void sixteenRegistrationsOfOneAddress_inAllItsForms_exactlyOneWins() {
    Tenant tenant = Stack.shared().demo();
    String local = "zo\u00eb" + People.newEmail();
    List<String> forms =
        List.of(
            local,
            Normalizer.normalize(local, Normalizer.Form.NFD),
            local.toUpperCase(Locale.ROOT),
            Normalizer.normalize(local.toUpperCase(Locale.ROOT), Normalizer.Form.NFD));
    List<Reply> replies =
        together(IntStream.range(0, 16).mapToObj(i -> forms.get(i % 4)).toList(), tenant);
    List<Reply> winners = replies.stream().filter(it -> it.at("/stat").equals("ok")).toList();
    assertThat(winners).as(replies.toString()).hasSize(1);
    assertThat(replies)
        .filteredOn(it -> !winners.contains(it))
        .allSatisfy(
            it -> {
              assertThat(it.code()).as(it.text()).isEqualTo(390);
              assertThat(it.at("/invalid_fields/emailAddress/0"))
                  .isEqualTo("Email address is already being used.");
            });
  }

  private static List<Reply> together(List<String> addresses, Tenant tenant) {
    ExecutorService threads = Executors.newFixedThreadPool(addresses.size());
    try {
      List<CompletableFuture<Reply>> calls =
          addresses.stream()
              .map(it -> CompletableFuture.supplyAsync(() -> People.register(tenant, it), threads))
              .toList();
      return calls.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
