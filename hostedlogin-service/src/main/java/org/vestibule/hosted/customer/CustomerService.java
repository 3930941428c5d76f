package org.vestibule.hosted.customer;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vestibule.hosted.wire.HostedProblem;
import org.vestibule.platform.cache.AnswerCache;
import org.vestibule.platform.sql.SessionTransactions;
import org.vestibule.platform.sql.Tx;

/** The customers, remembered for a minute; unknown ones for two seconds. */
@Singleton
public class CustomerService {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int SIZE = 50_000;

  private final CustomerRepository repository;
  private final SessionTransactions transactions;
  private final Clock clock;
  // Nothing of a customer changes once it is made, so there is no feed to listen to.
  private final AnswerCache<UUID, CustomerView> known =
      new AnswerCache<>(
          SIZE, Duration.ofSeconds(60), Duration.ofSeconds(2), () -> true, this::load);

  CustomerService(CustomerRepository repository, SessionTransactions transactions, Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** True for the one transaction that has to make the customer's things; others wait for it. */
  public Uni<Boolean> claim(Tx tx, UUID customerId, String baseUrl) {
    tx.afterCommit(() -> known.drop(customerId));
    return repository.claim(tx, customerId, baseUrl, clock.instant());
  }

  /** A customer by the id in a path, or the problem 404. */
  public Uni<CustomerView> require(String id) {
    return find(id).map(it -> it.orElseThrow(HostedProblem::notFound));
  }

  /** A customer by the id in a path; empty for anything that is none. */
  public Uni<Optional<CustomerView>> find(String id) {
    return ID.matcher(id).matches()
        ? find(UUID.fromString(id))
        : Uni.createFrom().item(Optional.empty());
  }

  /** A customer by id. */
  public Uni<Optional<CustomerView>> find(UUID id) {
    return known.get(id);
  }

  private Uni<Optional<CustomerView>> load(UUID id) {
    return transactions.read(tx -> repository.find(tx, id));
  }
}
