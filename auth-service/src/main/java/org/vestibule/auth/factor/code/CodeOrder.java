package org.vestibule.auth.factor.code;

import java.util.UUID;
import org.vestibule.auth.factor.Channel;

/**
 * A code that somebody shall get.
 *
 * @param challenge the id that the asking service gave to its question; a further code takes over
 * @param flow holds the texts; null = the client's default, as version and locale
 */
record CodeOrder(UUID challenge, Channel channel, String flow, String flowVersion, String locale) {}
