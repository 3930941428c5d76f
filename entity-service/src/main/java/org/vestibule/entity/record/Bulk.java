package org.vestibule.entity.record;

import org.vestibule.entity.type.EntityType;

/** What the records of one bulk call share. */
record Bulk(EntityType type, Subjects.Maker events, Deadline deadline) {}
