package io.moneyprinter.platform.database;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Opens each service's database: makes it when missing, migrates it, pools connections to it. */
public final class Databases {
  private final Vertx vertx;
  private final DatabaseAccess access;
  private final DatabaseMaker maker;
  private final BundledSchema bundled = new BundledSchema(Databases.class.getClassLoader());
  private final WorkerExecutor migrations;

  public Databases(Vertx vertx, DatabaseAccess access) {
    this(vertx, access, DatabaseMaker.EMPTY);
  }

  /**
   * @param maker makes those that are missing
   */
  public Databases(Vertx vertx, DatabaseAccess access, DatabaseMaker maker) {
    this.vertx = vertx;
    this.access = access;
    this.maker = maker;
    this.migrations = vertx.createSharedWorkerExecutor("migrations", 4, 5, TimeUnit.MINUTES);
  }

  /**
   * Opens {@code <prefix>_<service>}; the scripts in {@code db/<service>} on the class path have
   * run when the future succeeds. Fails with {@code UNAVAILABLE} when the server cannot be reached.
   */
  public Future<Database> open(String service) {
    Database database = connect(service);
    return blocking(() -> bundled.digest(service))
        .compose(
            digest ->
                lastDone(database)
                    .compose(
                        done ->
                            done.equals(digest)
                                ? Future.succeededFuture()
                                : migrate(service, digest)))
        .map(ready -> database)
        .recover(
            cause ->
                database.close().transform(any -> Future.failedFuture(explain(service, cause))));
  }

  /**
   * Which scripts the database was last brought up to date with; empty where that cannot be had,
   * and then the way that makes databases finds out why.
   */
  private static Future<String> lastDone(Database database) {
    return database
        .writer()
        .query(Migrations.LAST_DONE)
        .execute()
        .map(rows -> Objects.requireNonNullElse(rows.iterator().next().getString(0), ""))
        .otherwise("");
  }

  private Future<?> migrate(String service, String digest) {
    return blocking(
        () -> {
          new Migrations(access, maker, service).run(digest);
          return null;
        });
  }

  private <T> Future<T> blocking(Callable<T> work) {
    return migrations.executeBlocking(work, false);
  }

  private Database connect(String service) {
    PgConnectOptions options = options(service, access.host(), access.port());
    Pool writer = pool(service + "-writer", List.of(options));
    if (access.readers().isEmpty()) {
      return new Database(writer, writer, options);
    }
    List<SqlConnectOptions> replicas =
        access.readers().stream()
            .<SqlConnectOptions>map(
                address -> {
                  int colon = address.lastIndexOf(':');
                  return options(
                      service,
                      address.substring(0, colon),
                      Integer.parseInt(address.substring(colon + 1)));
                })
            .toList();
    return new Database(writer, pool(service + "-reader", replicas), options);
  }

  private PgConnectOptions options(String service, String host, int port) {
    return new PgConnectOptions()
        .setHost(host)
        .setPort(port)
        .setUser(access.user())
        .setPassword(access.password())
        .setDatabase(access.databaseOf(service))
        .setCachePreparedStatements(true)
        .addProperty("application_name", "moneyprinter-" + service);
  }

  private Pool pool(String name, List<SqlConnectOptions> servers) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setMaxSize(access.poolSize())
                .setName(name)
                .setShared(true)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .connectingTo(servers)
        .using(vertx)
        .build();
  }

  private ServiceFailure explain(String service, Throwable cause) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    return new ServiceFailure(
        FailureCode.UNAVAILABLE,
        "The database of "
            + service
            + " could not be opened at "
            + access
            + ": "
            + cause.getMessage()
            + ". Check that the server runs and that the settings database.* are right");
  }

  /** Opens no more; what was opened stays so until it is closed itself. */
  public Future<Void> close() {
    return migrations.close();
  }
}
