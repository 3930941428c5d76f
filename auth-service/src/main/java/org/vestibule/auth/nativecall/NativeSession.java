package org.vestibule.auth.nativecall;

import com.fasterxml.jackson.databind.JsonNode;
import org.vestibule.auth.token.IssuedTokens;

/** What a sign-in or registration leads to: the profile as the client may see it, and tokens. */
public record NativeSession(JsonNode profile, IssuedTokens tokens) {}
