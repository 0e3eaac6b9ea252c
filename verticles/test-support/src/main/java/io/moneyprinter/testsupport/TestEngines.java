package io.moneyprinter.testsupport;

import io.moneyprinter.platform.database.DatabaseAccess;
import java.util.List;
import java.util.UUID;

/** The real PostgreSQL and Redis that the tests of one JVM share; started on first use. */
final class TestEngines {
  private TestEngines() {}

  /** Access under a prefix of its own, so that tests never see one another's databases. */
  static DatabaseAccess freshDatabases() {
    return new DatabaseAccess(
        "127.0.0.1", 5432, "postgres", "postgres", List.of(), "t" + UUID.randomUUID(), 4);
  }

  static String redisUri() {
    return "redis://127.0.0.1:6379";
  }
}
