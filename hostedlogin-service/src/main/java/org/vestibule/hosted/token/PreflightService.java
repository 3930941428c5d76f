package org.vestibule.hosted.token;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.vestibule.hosted.customer.CustomerService;
import org.vestibule.platform.cache.AnswerCache;
import org.vestibule.platform.sql.SqlTransactions;

/**
 * Tells browsers whether a page may call the token endpoint before it names its client: when it is
 * a page of one of the customer's clients.
 */
@Singleton
public class PreflightService {
  private static final int SIZE = 10_000;
  private static final Duration LIFE = Duration.ofSeconds(10);

  private final CustomerService customers;
  private final TokenClientRepository clients;
  private final SqlTransactions transactions;
  private final AnswerCache<UUID, Set<String>> origins =
      new AnswerCache<>(SIZE, LIFE, LIFE, () -> true, this::load);

  PreflightService(
      CustomerService customers, TokenClientRepository clients, SqlTransactions transactions) {
    this.customers = customers;
    this.clients = clients;
    this.transactions = transactions;
  }

  /** The origin when it may call; {@code origin} is null when the request named none. */
  Uni<Optional<String>> admit(String customerId, String origin) {
    return customers
        .require(customerId)
        .chain(customer -> origins.get(customer.id()))
        .map(known -> Optional.ofNullable(origin).filter(it -> known.orElseThrow().contains(it)));
  }

  private Uni<Optional<Set<String>>> load(UUID customerId) {
    return transactions
        .read(tx -> clients.redirectUris(tx, customerId))
        .map(uris -> Optional.of(RedirectOrigins.of(uris)));
  }
}
