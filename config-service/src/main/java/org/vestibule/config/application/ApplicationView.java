package org.vestibule.config.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/** An application as the other services see it. */
public record ApplicationView(
    String id,
    UUID customerId,
    String name,
    String primaryDomain,
    List<String> domains,
    ObjectNode settings) {}
