package org.vestibule.auth.token;

import java.util.UUID;

/**
 * An authorization code that was just used up: the grant behind it and the address it is bound to.
 */
public record ConsumedCode(UUID grantId, String redirectUri) {}
