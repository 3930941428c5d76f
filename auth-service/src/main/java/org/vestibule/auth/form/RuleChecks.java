package org.vestibule.auth.form;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Every rule that is decided without asking another service. */
final class RuleChecks {
  /** Longer input is refused before it is hashed, whatever the flow says. */
  static final int LONGEST_PASSWORD_BYTES = 1024;

  private static final int LONGEST_SEARCHED = 4096;
  private static final Set<String> SEARCHING =
      Set.of(
          "format",
          "blacklist",
          "whitelist",
          "emailDomainBlacklist",
          "emailDomainsBlacklist",
          "serverRegexSetting");

  private static final Map<String, RuleCheck> CHECKS =
      Map.ofEntries(
          Map.entry("minLength", (context, rule, value) -> characters(value) >= rule.number(0)),
          Map.entry("maxLength", RuleChecks::isShortEnough),
          Map.entry("format", (context, rule, value) -> Formats.matches(rule.text(), value)),
          Map.entry("match", RuleChecks::equalsOther),
          Map.entry("matchOptions", (context, rule, value) -> isOption(context, value)),
          Map.entry("minYears", RuleChecks::isOldEnough),
          Map.entry("blacklist", WordLists::isNotListed),
          Map.entry("whitelist", WordLists::isListed),
          Map.entry("emailDomainBlacklist", WordLists::hasAllowedDomain),
          Map.entry("emailDomainsBlacklist", WordLists::hasAllowedDomain),
          Map.entry("serverRegexSetting", SettingPatterns::matches));

  private RuleChecks() {}

  /** Rules that only a browser follows pass. */
  static boolean pass(RuleContext context, FieldRule rule, String value) {
    RuleCheck check = CHECKS.get(rule.name());
    return check == null || isCheap(rule, value) && check.passes(context, rule, value);
  }

  /** A text too long to look through on the event loop is not what such a rule expects. */
  private static boolean isCheap(FieldRule rule, String value) {
    return value.length() <= LONGEST_SEARCHED || !SEARCHING.contains(rule.name());
  }

  private static int characters(String value) {
    return value.codePointCount(0, value.length());
  }

  private static boolean isShortEnough(RuleContext context, FieldRule rule, String value) {
    int limit = rule.number(Integer.MAX_VALUE);
    return context.field().type().isPassword() ? bytes(value) <= limit : characters(value) <= limit;
  }

  static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean equalsOther(RuleContext context, FieldRule rule, String value) {
    return context.others().apply(rule.text()).equals(value);
  }

  private static boolean isOption(RuleContext context, String value) {
    return context.field().options().contains(value);
  }

  private static boolean isOldEnough(RuleContext context, FieldRule rule, String value) {
    return AttributeValue.date(value)
        .map(date -> !date.plusYears(rule.number(0)).isAfter(context.today()))
        .orElse(true);
  }
}
