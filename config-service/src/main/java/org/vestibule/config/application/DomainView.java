package org.vestibule.config.application;

import java.util.UUID;

/** Which application answers a host. */
public record DomainView(String applicationId, UUID customerId) {}
