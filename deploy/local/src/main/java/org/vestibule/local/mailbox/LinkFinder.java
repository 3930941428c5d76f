package org.vestibule.local.mailbox;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the links of a mail. */
final class LinkFinder {
  private static final Pattern TARGET =
      Pattern.compile("(?i)href\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");

  private LinkFinder() {}

  static List<String> find(String html, String text) {
    Set<String> links = new LinkedHashSet<>();
    addTargets(links, html);
    addAddresses(links, text);
    return List.copyOf(links);
  }

  private static void addTargets(Set<String> links, String html) {
    Matcher matcher = TARGET.matcher(html == null ? "" : html);
    while (matcher.find()) {
      String target = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      links.add(unescape(target));
    }
  }

  private static void addAddresses(Set<String> links, String text) {
    Matcher matcher = ADDRESS.matcher(text == null ? "" : text);
    while (matcher.find()) {
      links.add(withoutPunctuation(matcher.group()));
    }
  }

  private static String withoutPunctuation(String address) {
    int end = address.length();
    while (end > 0 && ".,;:!?)".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end);
  }

  private static String unescape(String target) {
    return target
        .replace("&#38;", "&")
        .replace("&#61;", "=")
        .replace("&#x3D;", "=")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
