package org.vestibule.auth.token;

import java.util.Optional;

/**
 * What a sign-in or registration asks for.
 *
 * @param grantee for whom
 * @param responseType token, code or both
 * @param redirectUri the address that a code is bound to
 * @param refreshSecret made by a mobile client, to be kept with the grant
 * @param lifetimes how long token and code live
 */
public record GrantOrder(
    Grantee grantee,
    ResponseType responseType,
    String redirectUri,
    Optional<String> refreshSecret,
    Lifetimes lifetimes) {}
