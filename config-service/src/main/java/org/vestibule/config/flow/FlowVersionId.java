package org.vestibule.config.flow;

import java.io.Serializable;

/** Key of one version of a flow. */
public record FlowVersionId(String applicationId, String flow, String version)
    implements Serializable {}
