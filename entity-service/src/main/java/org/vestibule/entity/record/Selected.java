package org.vestibule.entity.record;

import org.vestibule.entity.filter.Filter;

/** The record that a call is about, and what its caller believes of it. */
public record Selected(Filter where, Expected expected) {}
