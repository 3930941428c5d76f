package org.vestibule.hosted.discovery;

import java.util.List;

/**
 * What a feature puts into the discovery document. Every feature that answers at public addresses
 * has one bean of this type; what no bean says is not printed.
 */
public interface Contribution {
  /** What the feature serves today. */
  List<Statement> statements();
}
