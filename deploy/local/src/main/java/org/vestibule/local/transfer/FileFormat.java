package org.vestibule.local.transfer;

import java.nio.file.Path;
import java.util.Locale;
import org.vestibule.local.host.StackFailure;

/** The forms of files of records. */
public enum FileFormat {
  JSONL,
  CSV;

  /** The form that the ending of a name means. */
  public static FileFormat of(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return JSONL;
    }
    throw new StackFailure("The name of the file must end in .jsonl or .csv.");
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
