package org.vestibule.e2e.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Stack;
import org.vestibule.e2e.stack.Tenant;

/**
 * Plays the hand-written exchanges of every operation against the running stack: what is marked
 * done must hold, what is not marked must not hold by accident.
 */
class OperationsContractTest {
  @Test
  void everyOperationOfTheIndexIsListed_andCounted() {
    List<Operations.Row> rows =
        Operations.rows().stream().filter(Operations.Row::isOfIndex).toList();
    assertThat(rows).hasSize(208);
    Map<String, Long> byStatus =
        rows.stream()
            .collect(
                Collectors.groupingBy(Operations.Row::status, TreeMap::new, Collectors.counting()));
    System.out.println("operations by status: " + byStatus);
    assertThat(byStatus.keySet()).isSubsetOf("todo", "done");
  }

  @Test
  void everyDoneRow_hasASuccessAndAnErrorTwin_fromASpecParagraph() {
    for (Operations.Row row : Operations.rows()) {
      if (row.isDone()) {
        List<Exchange> exchanges = Operations.exchanges(row.id());
        assertThat(exchanges).as(row.id()).anyMatch(Exchange::isSuccess);
        assertThat(exchanges).as(row.id()).anyMatch(it -> !it.isSuccess());
        assertThat(Operations.spec(row.id())).as(row.id()).matches("[a-z0-9-]+\\.md#[0-9.]+");
      }
    }
  }

  @Test
  void everyExchangeFile_belongsToARow() {
    assertThat(Operations.rows().stream().map(Operations.Row::id)).containsAll(Operations.files());
  }

  @TestFactory
  Stream<DynamicTest> exchanges() {
    Tenant tenant = Stack.shared().demo();
    Map<String, String> values = Variables.ofTenant(tenant);
    return Operations.rows().stream()
        .flatMap(
            row ->
                Operations.exchanges(row.id()).stream().map(it -> test(row, it, tenant, values)));
  }

  private static DynamicTest test(
      Operations.Row row, Exchange exchange, Tenant tenant, Map<String, String> values) {
    return row.isDone()
        ? dynamicTest(exchange.name(), () -> holds(exchange, tenant, values))
        : dynamicTest(exchange.name(), () -> mustNotHold(exchange, tenant, values));
  }

  private static void holds(Exchange exchange, Tenant tenant, Map<String, String> values) {
    Reply reply = exchange.play(tenant, values);
    if (exchange.isSuccess()) {
      assertThat(reply.status()).isNotIn(404, 405, 501);
      assertThat(reply.text()).doesNotContain("invalid_api_method");
    }
  }

  private static void mustNotHold(Exchange exchange, Tenant tenant, Map<String, String> values) {
    if (exchange.isSuccess()) {
      assertThat(passes(exchange, tenant, values))
          .as("%s holds but its row is not marked done", exchange.name())
          .isFalse();
    }
  }

  private static boolean passes(Exchange exchange, Tenant tenant, Map<String, String> values) {
    try {
      exchange.play(tenant, values);
      return true;
    } catch (AssertionError refused) {
      return false;
    }
  }
}
