package org.vestibule.bench.stack;

/** Somebody who was registered for a scenario. */
public record Person(String email, String uuid) {}
