package org.vestibule.platform.capture.directory;

import java.util.UUID;

/** The application that owns a registration domain. */
public record DomainView(String applicationId, UUID customerId) {}
