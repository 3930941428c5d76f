package org.vestibule.config.client;

/** A client that is about to be made. */
record NewClient(String id, ClientDraft draft) {}
