package io.moneyprinter.testsupport;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.database.DatabaseMaker;
import io.moneyprinter.platform.database.Databases;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes a service's database by copying one that its scripts have run in. Copying takes PostgreSQL
 * as long as making an empty one, which is a copy as well.
 */
final class CopiedDatabases implements DatabaseMaker {
  /** The copied ones are called {@code copied_<service>}. */
  static final String PREFIX = "copied";

  private final DatabaseAccess access;
  private final Set<String> ready = new HashSet<>();

  /**
   * @param access to databases of our {@link #PREFIX}
   */
  CopiedDatabases(DatabaseAccess access) {
    this.access = access;
  }

  @Override
  public synchronized void make(Statement server, String service, String name) throws SQLException {
    String model = PREFIX + "_" + service;
    if (ready.add(service)) {
      server.execute("CREATE DATABASE \"" + model + "\"");
      Vertx vertx = Vertx.vertx();
      try {
        join(new Databases(vertx, access).open(service).compose(Database::close));
      } finally {
        join(vertx.close());
      }
    }
    server.execute("CREATE DATABASE \"" + name + "\" TEMPLATE \"" + model + "\"");
  }

  /** Also for the worker of another Vert.x, which may not await. */
  private static void join(Future<?> future) {
    future.toCompletionStage().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
