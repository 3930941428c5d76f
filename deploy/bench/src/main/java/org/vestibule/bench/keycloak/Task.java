package org.vestibule.bench.keycloak;

/** What both systems are asked for; each one warms up the way for the next. */
enum Task {
  TOKEN("token for a server"),
  SIGN_IN("sign-in by password"),
  REGISTRATION("registration with password");

  private final String text;

  Task(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
