package org.vestibule.webhook.delivery;

/** States of a delivery (webhooks.md 6.2). */
enum DeliveryState {
  AWAITING_EXECUTING("awaiting-executing"),
  AWAITING_RETRY("awaiting-retry"),
  SUCCESS("success"),
  FAILURE("failure");

  private final String wireName;

  DeliveryState(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
