package org.vestibule.auth.nativecall;

/** What a social sign-in or registration leads to, and whether it made the record. */
public record SocialSession(NativeSession session, boolean isNew) {}
