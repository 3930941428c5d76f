package org.vestibule.bench.stack;

import java.util.List;
import java.util.function.BiFunction;
import org.vestibule.bench.load.LoadRequest;

/** The request that is measured, for one person of a tenant, and what every right answer holds. */
public record Workload(BiFunction<BenchTenant, Person, LoadRequest> request, List<String> marks) {
  /** One request for each of the people. */
  public List<LoadRequest> requests(BenchTenant tenant, List<Person> people) {
    return people.stream().map(person -> request.apply(tenant, person)).toList();
  }
}
