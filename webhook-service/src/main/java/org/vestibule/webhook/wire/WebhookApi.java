package org.vestibule.webhook.wire;

/** Marks the resources of this family, whose paths and methods the answer to HTTP 405 names. */
public interface WebhookApi {}
