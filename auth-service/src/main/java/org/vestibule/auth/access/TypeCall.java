package org.vestibule.auth.access;

import org.vestibule.platform.capture.directory.ClientView;
import org.vestibule.platform.capture.request.Parameters;

/**
 * A server's call about an entity type.
 *
 * @param client the client that something is made for
 */
public record TypeCall(Parameters given, ClientView client, String entityType) {}
