package org.vestibule.local.gateway;

import com.google.re2j.Pattern;

/** One line of the routing table: an anchored pattern and where its paths go. */
record Route(Pattern pattern, String destination) {
  boolean covers(String path) {
    return pattern.matches(path);
  }
}
