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
import java.util.concurrent.TimeUnit;

/** Opens each service's database: makes it when missing, migrates it, pools connections to it. */
public final class Databases {
  private final Vertx vertx;
  private final DatabaseAccess access;
  private final WorkerExecutor migrations;

  public Databases(Vertx vertx, DatabaseAccess access) {
    this.vertx = vertx;
    this.access = access;
    this.migrations = vertx.createSharedWorkerExecutor("migrations", 4, 5, TimeUnit.MINUTES);
  }

  /**
   * Opens {@code <prefix>_<service>}; the scripts in {@code db/<service>} on the class path have
   * run when the future succeeds. Fails with {@code UNAVAILABLE} when the server cannot be reached.
   */
  public Future<Database> open(String service) {
    Migrations work = new Migrations(access, service);
    return migrations
        .executeBlocking(
            () -> {
              work.run();
              return null;
            },
            false)
        .map(done -> connect(service))
        .recover(cause -> Future.failedFuture(explain(service, cause)));
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

  public Future<Void> close() {
    return migrations.close();
  }
}
