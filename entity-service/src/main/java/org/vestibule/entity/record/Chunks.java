package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Divides the records of a bulk call into parts that fit into memory together. */
final class Chunks {
  private static final int MOST_RECORDS = 500;

  /** A short element of an input may have hundreds of attributes once it is complete. */
  private static final int MOST_ELEMENTS = 20_000;

  private Chunks() {}

  static List<List<Candidate>> of(List<Candidate> candidates) {
    List<List<Candidate>> chunks = new ArrayList<>();
    List<Candidate> chunk = new ArrayList<>();
    int elements = 0;
    for (Candidate candidate : Candidate.open(candidates)) {
      int more = elements(candidate.draft().values());
      if (chunk.size() == MOST_RECORDS || (!chunk.isEmpty() && elements + more > MOST_ELEMENTS)) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        elements = 0;
      }
      chunk.add(candidate);
      elements += more;
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  private static int elements(JsonNode values) {
    int count = values.isArray() ? values.size() : 0;
    for (JsonNode value : values) {
      count += elements(value);
    }
    return count;
  }
}
