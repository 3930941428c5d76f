package org.vestibule.auth.nativelogin;

import java.util.Optional;
import java.util.UUID;
import org.vestibule.auth.nativecall.NativeCall;
import org.vestibule.auth.social.HeldToken;
import org.vestibule.auth.social.ProfileEntry;
import org.vestibule.auth.upstream.SocialQuery;

/**
 * A social sign-in on its way.
 *
 * @param merge the token of the sign-in that ended in 380 before this one
 */
record SocialAttempt(NativeCall call, HeldToken held, Optional<HeldToken> merge) {
  private static final String SILENT_MERGE = "silent_merge";
  private static final String THIN = "thin_registration";

  SocialQuery query() {
    SocialQuery query =
        SocialQuery.of(
            ProfileEntry.of(held.profile(), call.client()),
            held.profile().verifiedEmail(),
            call.client().booleanSetting(SILENT_MERGE, false),
            call.client().id());
    return merge.map(it -> merging(query, it)).orElse(query);
  }

  private SocialQuery merging(SocialQuery query, HeldToken other) {
    Optional<UUID> into = other.conflictRecord();
    return query.merging(ProfileEntry.of(other.profile(), call.client()), into);
  }

  boolean isThin() {
    return call.request().parameters().filled(THIN).filter("true"::equals).isPresent();
  }
}
