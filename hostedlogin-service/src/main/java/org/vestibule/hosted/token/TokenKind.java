package org.vestibule.hosted.token;

/** What a token opens: administrative APIs, or whatever its client does for itself. */
enum TokenKind {
  administrative,
  client;

  static TokenKind of(TokenClient client) {
    return client.isConfiguration() ? administrative : TokenKind.client;
  }
}
