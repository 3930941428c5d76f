package org.vestibule.platform.sql;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An open unit of work: a SQL connection or a Hibernate session, never both. Only repositories, the
 * outbox and the inbox look inside.
 */
public final class Tx {
  private final SqlConnection connection;
  private final Mutiny.Session session;
  private final List<Runnable> afterCommit = new ArrayList<>(1);

  private Tx(SqlConnection connection, Mutiny.Session session) {
    this.connection = connection;
    this.session = session;
  }

  static Tx of(SqlConnection connection) {
    return new Tx(connection, null);
  }

  static Tx of(Mutiny.Session session) {
    return new Tx(null, session);
  }

  /** Whether this is a unit of work on a Hibernate session. */
  public boolean isSession() {
    return session != null;
  }

  /** The SQL connection. */
  public SqlConnection connection() {
    if (connection == null) {
      throw new IllegalStateException("this unit of work runs on a Hibernate session");
    }
    return connection;
  }

  /** The Hibernate session. */
  public Mutiny.Session session() {
    if (session == null) {
      throw new IllegalStateException("this unit of work runs on a SQL connection");
    }
    return session;
  }

  /** Runs something after the commit; never after a roll-back. */
  public void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  void committed() {
    afterCommit.forEach(Runnable::run);
  }
}
