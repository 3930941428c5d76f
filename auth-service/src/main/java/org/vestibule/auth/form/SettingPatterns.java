package org.vestibule.auth.form;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions out of settings, matched in linear time. */
final class SettingPatterns {
  private static final int LONGEST_PATTERN = 1000;
  private static final int MOST_STEPS = 2000;
  private static final LoadingCache<String, Pattern> COMPILED =
      Caffeine.newBuilder().maximumSize(100).build(SettingPatterns::compile);

  private SettingPatterns() {}

  static boolean matches(RuleContext context, FieldRule rule, String value) {
    return context
        .settings()
        .apply(rule.text())
        .map(pattern -> COMPILED.get(pattern).matcher(value).find())
        .orElse(true);
  }

  private static Pattern compile(String pattern) {
    if (pattern.length() > LONGEST_PATTERN || PatternSize.of(pattern) > MOST_STEPS) {
      throw Misconfigured.because("a pattern is too long");
    }
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException malformed) {
      throw Misconfigured.because("a pattern is malformed");
    }
  }
}
