package org.vestibule.hosted.customer;

import java.util.UUID;

/** A customer and the address at which the world reaches it, without a slash at its end. */
public record CustomerView(UUID id, String baseUrl) {
  /** The base of all of the customer's addresses. */
  public String url() {
    return baseUrl + "/" + id;
  }
}
