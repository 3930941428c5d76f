package org.vestibule.auth.stub;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vestibule.platform.sql.SqlTransactions;

/** The units of work of the service under test; the statements in them are written down. */
@Alternative
@Priority(1)
@Singleton
public class RecordedTransactions extends SqlTransactions {
  private static final Set<String> STATEMENTS = Set.of("query", "preparedQuery", "prepare");
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();
  private static volatile boolean isOn;

  public RecordedTransactions(Pool pool) {
    super(Pool.newInstance(recording(io.vertx.sqlclient.Pool.class, pool.getDelegate())));
  }

  /** The statements of some work, without those of loops in the background. */
  public static List<String> during(Runnable work) {
    SEEN.clear();
    isOn = true;
    try {
      work.run();
    } finally {
      isOn = false;
    }
    return SEEN.stream().filter(RecordedTransactions::isOfACall).toList();
  }

  private static boolean isOfACall(String statement) {
    boolean isFrame = Set.of("BEGIN", "SELECT 1; COMMIT", "ROLLBACK").contains(statement);
    boolean isOfLoops =
        statement.startsWith("DELETE")
            || statement.contains("outgoing_")
            || statement.contains("inbox")
            || statement.contains("advisory")
            || statement.contains("outbox") && !statement.contains("INSERT INTO outbox");
    return !isFrame && !isOfLoops;
  }

  private static <T> T recording(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Recorder(target)));
  }

  private record Recorder(Object target) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (isOn && STATEMENTS.contains(method.getName())) {
        SEEN.add(String.valueOf(arguments[0]).strip());
      }
      if (method.getName().equals("getConnection")) {
        return connection(method, arguments);
      }
      // What the interface does by itself goes through the recorded methods.
      return method.isDefault() ? byDefault(proxy, method, arguments) : call(method, arguments);
    }

    private static Object byDefault(Object proxy, Method method, Object[] arguments)
        throws Throwable {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }

    @SuppressWarnings("unchecked")
    private Object connection(Method method, Object[] arguments) throws Throwable {
      if (arguments == null || arguments.length == 0) {
        return ((Future<SqlConnection>) call(method, arguments)).map(Recorder::recorded);
      }
      Handler<AsyncResult<SqlConnection>> handler =
          (Handler<AsyncResult<SqlConnection>>) arguments[0];
      Handler<AsyncResult<SqlConnection>> wrapped =
          result -> handler.handle(result.map(Recorder::recorded));
      return call(method, new Object[] {wrapped});
    }

    private static SqlConnection recorded(SqlConnection connection) {
      return recording(SqlConnection.class, connection);
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(target, arguments);
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
    }
  }
}
