package org.vestibule.config.flow;

/** The newest version of a flow whose row is locked, with its number. */
record Locked(FlowHead head, int number) {}
