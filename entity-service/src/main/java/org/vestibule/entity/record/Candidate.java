package org.vestibule.entity.record;

import java.util.List;
import java.util.Optional;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.platform.capture.problem.CaptureProblem;
import org.vestibule.platform.problem.ProblemException;

/** One record of a bulk call on its way into the table; its first refusal ends the way. */
final class Candidate {
  private static final String INDEX = "record_index";

  private final int index;
  private Draft draft;
  private boolean plain;
  private Content content;
  private NewRecord made;
  private RecordKey key;
  private CaptureProblem refusal;

  Candidate(int index) {
    this.index = index;
  }

  static List<Candidate> open(List<Candidate> candidates) {
    return candidates.stream().filter(Candidate::isOpen).toList();
  }

  /** Fails by the first refusal, saying which record it is about. */
  static void requireOpen(List<Candidate> candidates) {
    candidates.stream()
        .filter(it -> !it.isOpen())
        .findFirst()
        .ifPresent(
            it -> {
              throw it.indexed(it.refusal).exception();
            });
  }

  /** Whether a refusal does not say yet which record it is about. */
  static boolean isUnplaced(Throwable failure) {
    return Refusal.is(failure) && !problem(failure).members().has(INDEX);
  }

  boolean isOpen() {
    return refusal == null;
  }

  /** Takes a step, unless one was refused before. */
  void attempt(Runnable step) {
    if (isOpen()) {
      try {
        step.run();
      } catch (ProblemException failure) {
        refuse(failure);
      }
    }
  }

  void refuse(Throwable failure) {
    refusal = problem(failure);
    content = null;
    made = null;
  }

  /** A refusal of this record by the table, as the failure of the whole call. */
  Throwable placed(Throwable failure) {
    return Refusal.is(failure) ? indexed(problem(failure)).exception() : failure;
  }

  Draft draft() {
    return draft;
  }

  Content content() {
    return content;
  }

  NewRecord made() {
    return made;
  }

  void begin(Draft checked, boolean withPlainPasswords) {
    draft = checked;
    plain = withPlainPasswords;
  }

  boolean waitsForHashes() {
    return isOpen() && plain;
  }

  void fill(Content filled) {
    content = filled;
  }

  void make(NewRecord ready) {
    made = ready;
    content = null;
  }

  /** Keeps the names only: a call may bring many large records. */
  void store() {
    key = new RecordKey(made.row().id(), made.row().uuid());
    made = null;
  }

  BulkOutcome outcome() {
    return new BulkOutcome(Optional.ofNullable(key), Optional.ofNullable(refusal));
  }

  private CaptureProblem indexed(CaptureProblem problem) {
    return new CaptureProblem(
        problem.code(), problem.description(), problem.members().deepCopy().put(INDEX, index));
  }

  private static CaptureProblem problem(Throwable failure) {
    if (!Refusal.is(failure)) {
      throw (ProblemException) failure;
    }
    return (CaptureProblem) ((ProblemException) failure).problem();
  }
}
