package org.vestibule.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.vestibule.e2e.attack.Traces.Trace;
import org.vestibule.e2e.stack.People;
import org.vestibule.e2e.stack.Reply;
import org.vestibule.e2e.stack.Secrets;
import org.vestibule.e2e.stack.Stack;

/**
 * After everything else has run: no password, client secret, token or code that was used lies
 * readable in a log, on a topic or in a row.
 */
@Order(Integer.MAX_VALUE)
class SecretsTest {
  private final Stack stack = Stack.shared();
  private final Traces traces = new Traces(stack);

  @Test
  void nothingThatWasUsed_liesReadableAnywhere() throws Exception {
    assumeTrue(
        stack.processes().isPresent(), "only a stack that was started here shows its traces");
    String email = People.newEmail();
    Reply person = People.register(stack.demo(), email);
    People.signIn(stack.demo(), email, People.PASSWORD);
    String uuid = person.at("/capture_user/uuid");

    Collection<String> secrets = Secrets.seen();
    assertThat(secrets).contains(person.at("/access_token"), stack.demo().secret("login_client"));
    List<Trace> rows = traces.rows();
    List<Trace> topics = traces.topics();
    List<Trace> logs = traces.logs();
    assertThat(leaks(logs, secrets)).isEmpty();
    assertThat(leaks(topics, secrets)).isEmpty();
    assertThat(leaks(rows, secrets)).isEmpty();

    // What is no secret is found: the search sees what it reads.
    assertThat(leaks(rows, List.of(email, uuid)).values())
        .anySatisfy(found -> assertThat(found).contains(email, uuid));
    assertThat(leaks(topics, List.of(uuid))).isNotEmpty();
    assertThat(leaks(logs, List.of("vestibule"))).hasSizeGreaterThan(0);
  }

  private static Map<String, TreeSet<String>> leaks(
      List<Trace> places, Collection<String> secrets) {
    SecretSearch search = new SecretSearch(secrets);
    Map<String, TreeSet<String>> leaks = new TreeMap<>();
    for (Trace trace : places) {
      TreeSet<String> found = search.in(trace.text());
      if (!found.isEmpty()) {
        leaks.put(trace.place(), found);
      }
    }
    return leaks;
  }
}
