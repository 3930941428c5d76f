package org.vestibule.bench.figure;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vestibule.bench.figure.Part.Kind;

/** What each program had spent at one moment, or between two. */
public record ProcessorTimes(Map<Part, Spent> byPart) {
  /** As it is now. */
  public static ProcessorTimes of(List<Part> parts) {
    Map<Part, Spent> times = new LinkedHashMap<>();
    parts.forEach(part -> times.put(part, part.spent()));
    return new ProcessorTimes(times);
  }

  /** What was spent since an earlier moment. */
  public ProcessorTimes since(ProcessorTimes before) {
    Map<Part, Spent> times = new LinkedHashMap<>();
    byPart.forEach(
        (part, spent) ->
            times.put(part, spent.since(before.byPart.getOrDefault(part, Spent.NOTHING))));
    return new ProcessorTimes(times);
  }

  /** The mean of a second, when this was spent in so much time. */
  public ProcessorTimes perSecond(Duration time) {
    Map<Part, Spent> times = new LinkedHashMap<>();
    byPart.forEach((part, spent) -> times.put(part, spent.perSecond(time)));
    return new ProcessorTimes(times);
  }

  /** All programs together. */
  public Spent sum() {
    return of(Kind.values());
  }

  Spent of(Part part) {
    return byPart.getOrDefault(part, Spent.NOTHING);
  }

  /** All programs of these kinds together. */
  public Spent of(Kind... kinds) {
    List<Kind> wanted = Arrays.asList(kinds);
    return byPart.entrySet().stream()
        .filter(entry -> wanted.contains(entry.getKey().kind()))
        .map(Map.Entry::getValue)
        .reduce(Spent.NOTHING, Spent::plus);
  }
}
