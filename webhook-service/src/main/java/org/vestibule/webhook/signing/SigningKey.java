package org.vestibule.webhook.signing;

import java.security.PrivateKey;
import java.util.UUID;

/** The key that signs a customer's notifications now, and the base of its public addresses. */
public record SigningKey(UUID customerId, String baseUrl, String kid, PrivateKey privateKey) {
  String issuer() {
    return baseUrl + "/" + customerId + "/webhooks";
  }

  /** Where receivers find the public half. */
  String keySet() {
    return baseUrl + "/" + customerId + "/login/jwk";
  }

  @Override
  public String toString() {
    return "SigningKey[" + kid + ", ***]";
  }
}
