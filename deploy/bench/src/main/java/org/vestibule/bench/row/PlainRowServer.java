package org.vestibule.bench.row;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** The least that reads a record over HTTP: no framework, no authentication, one statement. */
public final class PlainRowServer {
  private final Pool pool;

  private PlainRowServer(Vertx vertx, PgConnectOptions database) {
    this.pool =
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(16))
            .connectingTo(database.setCachePreparedStatements(true))
            .using(vertx)
            .build();
  }

  /** Arguments: port, database URL, user, password. */
  public static void main(String[] arguments) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    PgConnectOptions database =
        PgConnectOptions.fromUri(arguments[1]).setUser(arguments[2]).setPassword(arguments[3]);
    PlainRowServer server = new PlainRowServer(vertx, database);
    vertx
        .createHttpServer()
        .requestHandler(server::handle)
        .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
  }

  private void handle(HttpServerRequest request) {
    pool.preparedQuery("SELECT doc::text FROM plain_record WHERE uuid = $1")
        .execute(Tuple.of(UUID.fromString(request.path().substring(1))))
        .onSuccess(rows -> request.response().end(text(rows)))
        .onFailure(failure -> refuse(request, failure));
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    System.err.println(failure.getMessage());
    request.response().setStatusCode(500).end();
  }

  private static String text(RowSet<Row> rows) {
    return rows.iterator().next().getString(0);
  }
}
