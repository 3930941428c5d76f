package org.vestibule.entity.signin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.vestibule.platform.loop.BackgroundWork;
import org.vestibule.platform.loop.LoopTimes;
import org.vestibule.platform.sql.SqlTransactions;

/** Forgets the keys of registrations after a day. */
@Singleton
public class RegistrationRetention implements BackgroundWork {
  private static final LoopTimes TIMES = LoopTimes.every(Duration.ofMinutes(10));
  private static final int BATCH = 1_000;

  private final SqlTransactions transactions;
  private final RegistrationRepository registrations;

  /** Takes the remembered registrations. */
  public RegistrationRetention(SqlTransactions transactions, RegistrationRepository registrations) {
    this.transactions = transactions;
    this.registrations = registrations;
  }

  @Override
  public String name() {
    return "registration-retention";
  }

  @Override
  public LoopTimes times() {
    return TIMES;
  }

  @Override
  public Uni<Boolean> work() {
    return transactions.run(registrations::deleteOld).map(removed -> removed == BATCH);
  }
}
