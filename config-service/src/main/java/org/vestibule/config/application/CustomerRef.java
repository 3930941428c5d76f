package org.vestibule.config.application;

import java.util.UUID;

/** A customer by id and name. */
public record CustomerRef(UUID id, String name) {}
