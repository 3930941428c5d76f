package org.vestibule.bench.keycloak;

/** What both systems are asked for; the first one warms up the way for the second. */
enum Task {
  TOKEN("token for a server"),
  SIGN_IN("sign-in by password");

  private final String text;

  Task(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
