package org.vestibule.config.published;

import java.io.Serializable;
import java.util.UUID;

/** Key of one publish of a client. */
public record PublishedSettingsId(String applicationId, String clientId, UUID version)
    implements Serializable {}
