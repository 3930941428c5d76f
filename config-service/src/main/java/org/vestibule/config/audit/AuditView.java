package org.vestibule.config.audit;

import java.time.Instant;
import java.util.UUID;

/** One change of the configuration: when, by which client and from where. */
public record AuditView(UUID id, Instant at, String clientId, String address, AuditEntry entry) {}
