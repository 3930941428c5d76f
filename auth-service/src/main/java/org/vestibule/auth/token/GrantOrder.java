package org.vestibule.auth.token;

import java.time.Instant;
import java.util.Optional;
import org.vestibule.auth.grant.Grantee;

/**
 * What a sign-in, a registration or a server asks for.
 *
 * @param grantee for whom
 * @param responseType token, code or both
 * @param code what a code is bound to
 * @param refreshSecret made by a mobile client, to be kept with the grant
 * @param lifetimes how long token and code live
 * @param since when the request began: a password that changed later ends the grant
 */
public record GrantOrder(
    Grantee grantee,
    ResponseType responseType,
    CodeTerms code,
    Optional<String> refreshSecret,
    Lifetimes lifetimes,
    Instant since) {}
