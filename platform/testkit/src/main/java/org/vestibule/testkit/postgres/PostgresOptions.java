package org.vestibule.testkit.postgres;

import java.nio.file.Path;

/**
 * How one PostgreSQL server runs: where its data lies, on which port it listens, whether a commit
 * reaches the disk, and the password of its superuser {@code postgres}.
 */
public record PostgresOptions(
    Path data, Path log, int port, boolean durable, String superuserPassword) {
  /** A server that forgets faster than it stores; for unit and repository tests alone. */
  public static PostgresOptions forTests(Path folder, int port, String superuserPassword) {
    return new PostgresOptions(
        folder.resolve("data"), folder.resolve("postgres.log"), port, false, superuserPassword);
  }
}
