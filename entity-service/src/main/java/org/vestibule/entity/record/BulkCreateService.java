package org.vestibule.entity.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.vestibule.entity.problem.Refusal;
import org.vestibule.entity.problem.Violations;
import org.vestibule.entity.schema.Schema;
import org.vestibule.entity.type.EntityType;
import org.vestibule.platform.http.CallContext;
import org.vestibule.platform.loop.InTurn;
import org.vestibule.platform.offload.Offload;

/** Creates many records by one call. */
@Singleton
public class BulkCreateService {
  private final Drafts drafts;
  private final PasswordHashing hashing;
  private final BulkWriter writer;
  private final Subjects subjects;
  private final Offload offload;

  /** Takes the steps of a write. */
  public BulkCreateService(
      Drafts drafts,
      PasswordHashing hashing,
      BulkWriter writer,
      Subjects subjects,
      Offload offload) {
    this.drafts = drafts;
    this.hashing = hashing;
    this.writer = writer;
    this.subjects = subjects;
    this.offload = offload;
  }

  /** Creates a record for each of the inputs and tells what became of them, in their order. */
  public Uni<List<BulkOutcome>> create(
      EntityType type,
      Schema writable,
      List<JsonNode> inputs,
      CommitMode mode,
      Deadline deadline,
      CallContext call) {
    return offload
        .io(() -> candidates(type, writable, inputs))
        .invoke(candidates -> requireOpen(candidates, mode))
        .call(candidates -> hash(candidates, deadline))
        .invoke(candidates -> requireOpen(candidates, mode))
        .call(
            candidates ->
                subjects
                    .maker(type, call)
                    .map(events -> new Bulk(type, events, deadline))
                    .chain(bulk -> writer.write(bulk, candidates, mode)))
        .map(candidates -> candidates.stream().map(Candidate::outcome).toList());
  }

  private List<Candidate> candidates(EntityType type, Schema writable, List<JsonNode> inputs) {
    List<Candidate> candidates = new ArrayList<>(inputs.size());
    for (JsonNode input : inputs) {
      Candidate candidate = new Candidate(candidates.size());
      candidate.attempt(() -> begin(candidate, type, writable, input));
      candidates.add(candidate);
    }
    return candidates;
  }

  private void begin(Candidate candidate, EntityType type, Schema writable, JsonNode input) {
    if (!(input instanceof ObjectNode attributes)) {
      throw Violations.invalidArgument("all_attributes", "a record is not a JSON object");
    }
    Draft draft = drafts.forNew(type, writable, attributes);
    boolean plain = PlainPasswords.areIn(writable.root(), attributes);
    if (plain) {
      // What is refused anyway is not worth a hash.
      Content.ofNew(type.enforced(), draft.values(), Folding.ASCII_ONLY);
    }
    candidate.begin(draft, plain);
  }

  private static void requireOpen(List<Candidate> candidates, CommitMode mode) {
    if (mode == CommitMode.ALL) {
      Candidate.requireOpen(candidates);
    }
  }

  /** One after the other: those who sign in meanwhile need the other threads. */
  private Uni<Void> hash(List<Candidate> candidates, Deadline deadline) {
    return InTurn.each(
        candidates.stream().filter(Candidate::waitsForHashes).toList(),
        candidate -> hash(candidate, deadline));
  }

  private Uni<Void> hash(Candidate candidate, Deadline deadline) {
    return Uni.createFrom()
        .item(deadline::left)
        .chain(left -> hashing.hash(candidate.draft().values()))
        .onFailure(Refusal::is)
        .invoke(candidate::refuse)
        .onFailure(Refusal::is)
        .recoverWithNull();
  }
}
