package org.vestibule.config.flow.document;

/** Where new translation keys come from: lower-case UUIDs (configuration.md 5.2). */
@FunctionalInterface
public interface NewKeys {
  /** A key that no flow has. */
  String next();
}
