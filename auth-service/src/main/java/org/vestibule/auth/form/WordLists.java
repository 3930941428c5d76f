package org.vestibule.auth.form;

import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules that compare with a comma list in a setting; a setting that is not set allows everything.
 */
final class WordLists {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private WordLists() {}

  static boolean isNotListed(RuleContext context, FieldRule rule, String value) {
    String plain = plain(value);
    return allows(
        context,
        rule,
        list -> !list.contains(plain) && Stream.of(NO_WORD.split(plain)).noneMatch(list::contains));
  }

  static boolean isListed(RuleContext context, FieldRule rule, String value) {
    return allows(context, rule, list -> list.contains(plain(value)));
  }

  static boolean hasAllowedDomain(RuleContext context, FieldRule rule, String value) {
    String domain = plain(value.substring(value.lastIndexOf('@') + 1));
    return allows(context, rule, list -> !list.contains(domain));
  }

  private static boolean allows(RuleContext context, FieldRule rule, Predicate<Set<String>> test) {
    return context.settings().apply(rule.text()).map(WordLists::list).map(test::test).orElse(true);
  }

  private static Set<String> list(String setting) {
    return Stream.of(setting.split(","))
        .map(WordLists::plain)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
