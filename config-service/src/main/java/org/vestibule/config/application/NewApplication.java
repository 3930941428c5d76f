package org.vestibule.config.application;

import java.util.List;

/** An application that is about to be made; its first domain becomes the primary one. */
public record NewApplication(String id, CustomerRef customer, String name, List<String> domains) {}
