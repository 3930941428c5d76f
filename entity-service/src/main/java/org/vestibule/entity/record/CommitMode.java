package org.vestibule.entity.record;

/** How the records of a bulk call hang together. */
public enum CommitMode {
  /** Every record on its own. */
  EACH,
  /** All or none. */
  ALL,
  /** Every record on its own, but written together as long as nothing is refused. */
  SMART
}
