package org.vestibule.entity.api;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.vestibule.entity.record.Reading;
import org.vestibule.entity.record.StoredRecord;
import org.vestibule.platform.capture.request.CaptureReply;

/** Puts replies together from texts that are ready. */
final class Replies {
  private static final int TYPICAL_RECORD = 1_500;

  private Replies() {}

  /** One value. */
  static Response result(String json) {
    return CaptureReply.okText("{\"stat\":\"ok\",\"result\":" + json + "}");
  }

  /** A page of records; a negative total is not shown. */
  static Response results(List<StoredRecord> records, Reading reading, long total) {
    StringBuilder text = new StringBuilder(64 + records.size() * TYPICAL_RECORD);
    text.append("{\"stat\":\"ok\",\"result_count\":").append(records.size());
    text.append(",\"results\":[");
    for (int i = 0; i < records.size(); i++) {
      text.append(i == 0 ? "" : ",");
      records.get(i).write(reading, text);
    }
    text.append(']');
    if (total >= 0) {
      text.append(",\"total_count\":").append(total);
    }
    return CaptureReply.okText(text.append('}').toString());
  }
}
