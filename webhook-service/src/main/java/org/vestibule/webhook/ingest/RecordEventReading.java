package org.vestibule.webhook.ingest;

import java.util.function.Function;
import org.vestibule.webhook.event.RecordEvent;

/** What came of reading a message: an event about a record, or the reason why it is none. */
sealed interface RecordEventReading {

  <R> R fold(Function<RecordEvent, R> onEvent, Function<String, R> onReason);

  /** The message is an event about a record. */
  record Readable(RecordEvent event) implements RecordEventReading {
    @Override
    public <R> R fold(Function<RecordEvent, R> onEvent, Function<String, R> onReason) {
      return onEvent.apply(event);
    }
  }

  /** The message lacks what every event about a record has. */
  record Unreadable(String reason) implements RecordEventReading {
    @Override
    public <R> R fold(Function<RecordEvent, R> onEvent, Function<String, R> onReason) {
      return onReason.apply(reason);
    }
  }
}
