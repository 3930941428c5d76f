package org.vestibule.platform.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a template may show: values that the platform makes (links, codes), the effective settings,
 * and the profile, whose values come from a stranger.
 */
public record TemplateContext(Map<String, String> links, ObjectNode settings, ObjectNode user) {

  private static final String VERIFICATION = "email_verification_url";
  private static final String VERIFICATION_ALIAS = "verify_email_url";

  public TemplateContext {
    links = Map.copyOf(links);
  }

  /** Platform values win over everything, so that no profile attribute can replace a link. */
  String link(String name) {
    String link = links.get(name);
    return link == null && name.equals(VERIFICATION_ALIAS) ? links.get(VERIFICATION) : link;
  }
}
