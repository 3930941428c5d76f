package org.vestibule.config.flow;

/** The newest version after a change, and the name of the part that was changed. */
public record Changed(FlowHead head, String object) {}
