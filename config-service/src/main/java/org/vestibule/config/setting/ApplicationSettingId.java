package org.vestibule.config.setting;

import java.io.Serializable;

/** Key of an application setting. */
public record ApplicationSettingId(String applicationId, String name) implements Serializable {}
