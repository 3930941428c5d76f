package org.vestibule.entity.type;

import org.vestibule.entity.schema.Schema;

/**
 * What writers keep beside what readers see, while it is found out whether all records keep it.
 *
 * @param number counts such schemas; the store refuses writers that know too old a one
 * @param enforced the schema of now, or the tighter one that it may become
 */
public record Tightening(int number, Schema enforced) {}
