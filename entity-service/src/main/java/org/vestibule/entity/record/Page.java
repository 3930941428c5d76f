package org.vestibule.entity.record;

/** A part of a list: how much of it, and how much before it. */
public record Page(int limit, long offset) {}
