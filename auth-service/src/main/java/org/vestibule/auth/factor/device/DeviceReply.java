package org.vestibule.auth.factor.device;

import java.time.Instant;

/** Whether a device skips the code, and until when. */
public record DeviceReply(boolean trusted, Instant until) {
  static final DeviceReply NOT = new DeviceReply(false, null);
}
