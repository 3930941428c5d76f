package org.vestibule.hosted.token;

/** An issued token and the browser origin that may read the answer, or null. */
record TokenReply(IssuedToken token, String allowedOrigin) {}
