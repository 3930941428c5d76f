package org.vestibule.config.published;

import java.util.UUID;

/** One publish of a client, without its content. */
public record PublishedVersion(String clientId, UUID version) {}
