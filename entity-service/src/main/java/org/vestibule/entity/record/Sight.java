package org.vestibule.entity.record;

import org.vestibule.entity.schema.Schema;

/** The part of an entity type that a caller may see and change. */
public record Sight(Schema readable, Schema writable, PasswordView passwords) {}
