package org.vestibule.config.client;

import java.util.List;

/** A client that is about to be made. */
record NewClient(String id, String name, List<String> features) {}
