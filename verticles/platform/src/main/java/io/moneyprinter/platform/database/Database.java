package io.moneyprinter.platform.database;

import io.vertx.core.Future;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.util.Objects;

/** One service's own database, migrated and open. */
public final class Database {
  private final Pool writer;
  private final Pool reader;
  private final PgConnectOptions options;

  Database(Pool writer, Pool reader, PgConnectOptions options) {
    this.writer = Objects.requireNonNull(writer);
    this.reader = Objects.requireNonNull(reader);
    this.options = options;
  }

  /** Sees its own writes. */
  public Pool writer() {
    return writer;
  }

  /** May lag behind the writer a little where read replicas are configured. */
  public Pool reader() {
    return reader;
  }

  /** How to open a connection of one's own to the writing side, for LISTEN. */
  public PgConnectOptions options() {
    return new PgConnectOptions(options);
  }

  /** Succeeds when the writing side answers. */
  public Future<?> ping() {
    return writer.query("SELECT 1").execute();
  }

  /** Ends all connections, those to the readers too. */
  public Future<Void> close() {
    return reader == writer
        ? writer.close()
        : Future.join(writer.close(), reader.close()).mapEmpty();
  }
}
