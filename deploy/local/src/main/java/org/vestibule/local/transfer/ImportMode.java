package org.vestibule.local.transfer;

/** What is done with a file. */
public enum ImportMode {
  /** It is imported; an interrupted import goes on. */
  IMPORT,
  /** It is imported from its beginning, whatever was taken of it before. */
  ANEW,
  /** It is checked, and nothing is stored. */
  REHEARSAL
}
