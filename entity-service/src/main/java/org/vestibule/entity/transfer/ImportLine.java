package org.vestibule.entity.transfer;

import java.util.List;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.record.ImportedRecord;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

/** One line of a batch on its way into the table; its first refusal ends the way. */
final class ImportLine {
  private final int index;
  private ImportedRecord record;
  private CaptureProblem refusal;

  ImportLine(int index) {
    this.index = index;
  }

  static List<ImportLine> open(List<ImportLine> lines) {
    return lines.stream().filter(ImportLine::isOpen).toList();
  }

  int index() {
    return index;
  }

  boolean isOpen() {
    return refusal == null;
  }

  ImportedRecord record() {
    return record;
  }

  void set(ImportedRecord read) {
    record = read;
  }

  CaptureProblem refusal() {
    return refusal;
  }

  /** Takes a step that may refuse the record. */
  void attempt(Runnable step) {
    try {
      step.run();
    } catch (ProblemException failure) {
      refuse(failure);
    }
  }

  void refuse(Throwable failure) {
    if (!Refusal.is(failure)) {
      throw (ProblemException) failure;
    }
    refusal = (CaptureProblem) ((ProblemException) failure).problem();
    record = null;
  }
}
