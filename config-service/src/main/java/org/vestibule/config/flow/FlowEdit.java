package org.vestibule.config.flow;

/** A change of a flow as a pure function: the same flow in its new state, or a refusal. */
@FunctionalInterface
public interface FlowEdit {
  /** Changes the newest version of a flow. */
  Edited apply(FlowHead head);
}
