package org.vestibule.config.flow;

import java.io.Serializable;

/** Key of a flow. */
public record FlowId(String applicationId, String name) implements Serializable {}
