package org.vestibule.config.flow;

/** A flow with the version that is its head, and the locale that it starts with. */
public record PublishedFlow(String name, String version, String locale) {}
