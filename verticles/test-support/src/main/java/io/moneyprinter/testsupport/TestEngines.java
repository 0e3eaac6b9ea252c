package io.moneyprinter.testsupport;

import io.moneyprinter.engines.EmbeddedPostgres;
import io.moneyprinter.engines.EmbeddedPostgresOptions;
import io.moneyprinter.engines.EmbeddedRedis;
import io.moneyprinter.engines.EmbeddedRedisOptions;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.node.DataFolder;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The real PostgreSQL and Redis that the tests of one JVM share: each started on first use, both
 * stopped after the last test. Unpacked programs stay for the next run.
 */
public final class TestEngines implements ExtensionContext.Store.CloseableResource {
  private static final int CONNECTIONS = 4;

  private final Path cache = TestFolders.programs();
  private final Path data = TestFolders.make("engines");
  private EmbeddedPostgres postgres;
  private CopiedDatabases copies;
  private EmbeddedRedis redis;

  private TestEngines() {}

  /** Engines for a program that is no test; to be closed by it. */
  public static TestEngines standalone() {
    return new TestEngines();
  }

  /** Those of the running test JVM. */
  public static TestEngines of(ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(TestEngines.class, key -> new TestEngines(), TestEngines.class);
  }

  /** Access under a prefix of its own, so that tests never see one another's databases. */
  public synchronized DatabaseAccess freshDatabases() {
    startPostgres();
    return access("t" + UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * Opens the databases of {@link #freshDatabases}, which come into being as copies: a service's
   * scripts run once for all tests.
   */
  public synchronized Databases databases(Vertx vertx, DatabaseAccess access) {
    return new Databases(vertx, access, copies);
  }

  private void startPostgres() {
    if (postgres == null) {
      postgres =
          EmbeddedPostgres.start(
              EmbeddedPostgresOptions.in(data.resolve("postgres"), cache).forgetful());
      copies = new CopiedDatabases(access(CopiedDatabases.PREFIX));
    }
  }

  private DatabaseAccess access(String prefix) {
    return new DatabaseAccess(
        postgres.host(),
        postgres.port(),
        postgres.user(),
        postgres.password(),
        List.of(),
        prefix,
        CONNECTIONS);
  }

  /** Where Redis is. */
  public synchronized String redisUri() {
    if (redis == null) {
      redis = EmbeddedRedis.start(EmbeddedRedisOptions.in(data.resolve("redis"), cache));
    }
    return redis.uri();
  }

  @Override
  public synchronized void close() {
    if (redis != null) {
      redis.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    DataFolder.delete(data);
  }
}
