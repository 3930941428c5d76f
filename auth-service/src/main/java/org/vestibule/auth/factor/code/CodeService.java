package org.vestibule.auth.factor.code;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.vestibule.auth.factor.Destination;
import org.vestibule.auth.factor.EndedProof;
import org.vestibule.auth.factor.FactorPerson;
import org.vestibule.platform.sql.SqlTransactions;
import org.vestibule.platform.sql.Tx;

/** One-time codes that prove that an address or number is in the hands of its owner. */
@Singleton
public class CodeService {
  /** A code is told apart from none, and trusts a device, for so long after its end. */
  private static final Duration REMEMBER = Duration.ofHours(1);

  private final CodeDestinations destinations;
  private final CodeSending sending;
  private final CodeCheck check;
  private final CodeRepository repository;
  private final SqlTransactions transactions;
  private final Clock clock;

  CodeService(
      CodeDestinations destinations,
      CodeSending sending,
      CodeCheck check,
      CodeRepository repository,
      SqlTransactions transactions,
      Clock clock) {
    this.destinations = destinations;
    this.sending = sending;
    this.check = check;
    this.repository = repository;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The ways on which a code reaches the person. */
  Uni<List<Destination>> destinations(FactorPerson person) {
    return destinations.of(person);
  }

  /** Sends a code on one of these ways. */
  Uni<CodeReply> send(FactorPerson person, CodeOrder order) {
    return destinations
        .of(person)
        .map(all -> all.stream().filter(it -> it.channel() == order.channel()).findFirst())
        .chain(
            found ->
                found
                    .map(to -> sending.send(person, order, to))
                    .orElseGet(() -> Uni.createFrom().item(CodeReply.unavailable())));
  }

  /** Tries a code. */
  Uni<CodeReply> verify(FactorPerson person, UUID challenge, String code) {
    return check.verify(person, challenge, code);
  }

  /** Ends the codes that a record was sent until an instant. */
  public Uni<Integer> end(Tx tx, EndedProof ended) {
    return repository.end(tx, ended);
  }

  /** Removes a batch of codes that nobody needs to know any more; how many they were. */
  public Uni<Integer> forget(int batch) {
    return transactions.read(tx -> repository.forget(tx, clock.instant().minus(REMEMBER), batch));
  }
}
