package org.vestibule.platform.outbound;

import io.vertx.core.MultiMap;

/** What the outside answered; the body ends at the size limit and then says so. */
public record OutboundResponse(int status, MultiMap headers, byte[] body, boolean isTruncated) {}
