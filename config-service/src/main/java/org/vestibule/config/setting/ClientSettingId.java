package org.vestibule.config.setting;

import java.io.Serializable;

/** Key of a client setting. */
public record ClientSettingId(String applicationId, String clientId, String name)
    implements Serializable {}
