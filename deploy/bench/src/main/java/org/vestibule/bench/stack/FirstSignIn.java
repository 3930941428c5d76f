package org.vestibule.bench.stack;

import java.util.List;
import org.vestibule.bench.Workbench;
import org.vestibule.bench.load.LoadAnswer;
import org.vestibule.bench.load.LoadClient;
import org.vestibule.bench.load.LoadTarget;
import org.vestibule.local.node.Service;
import org.vestibule.local.stack.LocalStack;

/** How long the first sign-in takes after a service that it needs is ready again. */
public final class FirstSignIn {
  private static final List<Service> NEEDED = List.of(Service.AUTH, Service.ENTITY, Service.CONFIG);
  private static final long BAR_MILLIS = 1_000;

  private final Workbench bench;
  private final LocalStack stack;

  /** Takes a stack that runs. */
  public FirstSignIn(Workbench bench, LocalStack stack) {
    this.bench = bench;
    this.stack = stack;
  }

  /** Restarts one service after the other and signs in each time. */
  public void run() {
    BenchTenant tenant = BenchTenant.create(stack);
    LoadTarget target = new LoadTarget(BenchTenant.DOMAIN, stack.port());
    Person person = new Registrations(tenant).register(target, 1).get(0);
    for (Service service : NEEDED) {
      stack.restart(service.fullName());
      long millis = signIn(tenant, target, person);
      bench.tell(
          "first sign-in after %s is ready: %d ms (bar %d)",
          service.fullName(), millis, BAR_MILLIS);
    }
  }

  private static long signIn(BenchTenant tenant, LoadTarget target, Person person) {
    long began = System.nanoTime();
    LoadAnswer answer = LoadClient.answer(target, tenant.signIn(person));
    if (!answer.isRight(List.of("\"stat\":\"ok\"", "\"capture_user\""))) {
      throw new IllegalStateException("the first sign-in failed: " + answer.text());
    }
    return (System.nanoTime() - began) / 1_000_000;
  }
}
