package org.vestibule.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScopePathPropertyTest {
  @Property(tries = 3_000)
  void matches_agreesWithARegularExpression(
      @ForAll("patterns") String pattern, @ForAll("paths") String path) {
    assertThat(ScopePath.of(pattern).matches(path)).isEqualTo(("/" + path).matches(regex(pattern)));
  }

  @Property(tries = 3_000)
  void whatACoveredPatternMatches_theCoveringOneMatches(
      @ForAll("patterns") String wide,
      @ForAll("patterns") String narrow,
      @ForAll("paths") String path) {
    Assume.that(ScopePath.of(narrow).matches(path));
    if (ScopePath.of(wide).covers(ScopePath.of(narrow))) {
      assertThat(ScopePath.of(wide).matches(path)).isTrue();
    }
  }

  @Property
  void everyPattern_coversItself(@ForAll("patterns") String pattern) {
    assertThat(ScopePath.of(pattern).covers(ScopePath.of(pattern))).isTrue();
  }

  @Provide
  Arbitrary<String> patterns() {
    return joined(Arbitraries.of("a", "b", "*", "**"));
  }

  @Provide
  Arbitrary<String> paths() {
    return joined(Arbitraries.of("a", "b", "c"));
  }

  private static Arbitrary<String> joined(Arbitrary<String> segments) {
    return segments.list().ofMinSize(1).ofMaxSize(5).map(it -> String.join("/", it));
  }

  private static String regex(String pattern) {
    return List.of(pattern.split("/")).stream()
        .map(it -> it.equals("**") ? "(/[^/]+)*" : it.equals("*") ? "/[^/]+" : "/" + it)
        .collect(Collectors.joining());
  }
}
