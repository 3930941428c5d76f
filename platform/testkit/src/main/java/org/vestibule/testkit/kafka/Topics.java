package org.vestibule.testkit.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the platform, made by whoever runs the broker. */
public final class Topics {
  /** The names of all topics. */
  public static final List<String> ALL =
      List.of(
          "user-events",
          "schema-events",
          "auth-events",
          "config-events",
          "login-events",
          "delivery-events");

  private static final int PARTITIONS = 12;
  private static final long LIMIT_SECONDS = 60;

  private Topics() {}

  /** Makes the topics that are not there yet, with 12 partitions and seven days of retention. */
  public static void create(String bootstrap, Collection<String> names) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<String> present = admin.listTopics().names().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing =
          names.stream().filter(name -> !present.contains(name)).map(Topics::describe).toList();
      admin.createTopics(missing).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("topics could not be created at " + bootstrap, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while topics are created", interrupted);
    }
  }

  private static NewTopic describe(String name) {
    String retention = Long.toString(Duration.ofDays(7).toMillis());
    return new NewTopic(name, PARTITIONS, (short) 1).configs(Map.of("retention.ms", retention));
  }
}
