package org.vestibule.auth.grant;

import java.time.Instant;
import org.vestibule.platform.capture.event.RecordRef;

/**
 * What ends for a record.
 *
 * @param until grants that were made later live on
 */
public record Revocation(RecordRef record, Instant until) {}
