package org.vestibule.local.gateway;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The form of a path in which it is compared with the routing table. Services decode, collapse and
 * strip paths before they look for a handler; comparing the raw text would let {@code //internal},
 * {@code /%69nternal} or {@code /x/../internal} pass.
 */
final class NormalPath {
  private NormalPath() {}

  static String of(String rawPath) {
    Deque<String> segments = new ArrayDeque<>();
    for (String raw : decode(rawPath).replace('\\', '/').split("/", -1)) {
      add(segments, withoutParameters(raw));
    }
    String path = "/" + String.join("/", segments);
    boolean folder = rawPath.endsWith("/") && !segments.isEmpty();
    return folder ? path + "/" : path;
  }

  private static void add(Deque<String> segments, String segment) {
    if (segment.equals("..")) {
      segments.pollLast();
    } else if (!segment.isEmpty() && !segment.equals(".")) {
      segments.addLast(segment);
    }
  }

  private static String withoutParameters(String segment) {
    int semicolon = segment.indexOf(';');
    return semicolon < 0 ? segment : segment.substring(0, semicolon);
  }

  private static String decode(String path) {
    StringBuilder text = new StringBuilder(path.length());
    for (int at = 0; at < path.length(); at++) {
      int code = path.charAt(at) == '%' ? code(path, at) : -1;
      if (code >= 0) {
        text.append((char) code);
        at += 2;
      } else {
        text.append(path.charAt(at));
      }
    }
    return text.toString();
  }

  private static int code(String path, int percent) {
    if (percent + 2 >= path.length()) {
      return -1;
    }
    int high = Character.digit(path.charAt(percent + 1), 16);
    int low = Character.digit(path.charAt(percent + 2), 16);
    int code = high < 0 || low < 0 ? -1 : high * 16 + low;
    // A service keeps an encoded slash inside its segment, so it is no separator here either.
    return code == '/' || code > 126 ? -1 : code;
  }
}
