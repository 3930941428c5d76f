package org.vestibule.bench.stack;

/** Somebody who was registered for a scenario. */
record Person(String email, String uuid) {}
