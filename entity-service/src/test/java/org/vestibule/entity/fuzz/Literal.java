package org.vestibule.entity.fuzz;

/** A constant: a text, number, boolean, time or uuid. */
record Literal(Kind kind, Object value) {}
