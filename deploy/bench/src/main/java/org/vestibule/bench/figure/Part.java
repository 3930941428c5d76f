package org.vestibule.bench.figure;

/** A program whose processor time is told apart from that of others. */
public record Part(String name, long pid, Kind kind) {
  /** What the program is to a request. */
  public enum Kind {
    GATEWAY,
    SERVICE,
    DATABASE,
    BROKER,
    LOAD
  }

  // The database works in children. Those of the gateway are all the other programs.
  Spent spent() {
    return kind == Kind.DATABASE ? Spent.withChildren(pid) : Spent.alone(pid);
  }
}
