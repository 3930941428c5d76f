package org.vestibule.hosted.application;

import org.vestibule.hosted.client.SealedClient;

/** Whether Hosted Login's part of an application is made, and what its operator needs of it. */
record Readiness(boolean ready, Report report) {
  static Readiness of(SealedClient client) {
    return new Readiness(true, new Report(client));
  }

  static Readiness notYet() {
    return new Readiness(false, new Report(null));
  }

  /** What is handed over to the operator; empty while not ready. */
  record Report(SealedClient configClient) {}
}
