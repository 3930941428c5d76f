package org.vestibule.auth.form;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.vestibule.platform.pattern.LinearPattern;

/** Regular expressions out of settings, matched in linear time. */
final class SettingPatterns {
  private static final LoadingCache<String, LinearPattern> COMPILED =
      Caffeine.newBuilder().maximumSize(100).build(SettingPatterns::compile);

  private SettingPatterns() {}

  static boolean matches(RuleContext context, FieldRule rule, String value) {
    return context
        .settings()
        .apply(rule.text())
        .map(pattern -> COMPILED.get(pattern).isIn(value))
        .orElse(true);
  }

  private static LinearPattern compile(String pattern) {
    try {
      return LinearPattern.of(pattern);
    } catch (IllegalArgumentException unusable) {
      throw Misconfigured.because(unusable.getMessage());
    }
  }
}
