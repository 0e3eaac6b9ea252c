package io.moneyprinter.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one database when it is missing and brings it up to date; then writes on Flyway's table of
 * what has run for which scripts that was done. Blocking.
 */
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /**
   * The digest of the scripts that were last brought to their end in this database; nothing in a
   * database without any.
   */
  static final String LAST_DONE =
      "SELECT obj_description(to_regclass('flyway_schema_history'), 'pg_class')";

  /** SQLSTATE duplicate_database: another node was faster. */
  private static final String ALREADY_THERE = "42P04";

  /** Serves CREATE DATABASE one at a time: they copy the same template, which PostgreSQL locks. */
  private static final Object TEMPLATE = new Object();

  private final DatabaseAccess access;
  private final DatabaseMaker maker;
  private final String service;

  Migrations(DatabaseAccess access, DatabaseMaker maker, String service) {
    this.access = access;
    this.maker = maker;
    this.service = service;
  }

  /**
   * @param digest that of the service's scripts
   */
  void run(String digest) throws SQLException {
    createWhenMissing();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url(access.databaseOf(service)), access.user(), access.password())
        .locations("classpath:db/" + service)
        .connectRetries(0)
        .load()
        .migrate();
    note(digest);
  }

  /** A note that cannot be written costs time at each start, and is no reason not to start. */
  private void note(String digest) {
    try (Connection connection = connect(access.databaseOf(service));
        Statement statement = connection.createStatement()) {
      statement.execute("COMMENT ON TABLE flyway_schema_history IS '" + digest + "'");
    } catch (SQLException e) {
      LOG.warn("Each start will look through the database of {} anew: {}", service, e.getMessage());
    }
  }

  private void createWhenMissing() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        synchronized (TEMPLATE) {
          maker.make(statement, service, access.databaseOf(service));
        }
      }
    } catch (SQLException e) {
      if (!ALREADY_THERE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }

  private boolean exists(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT 1 FROM pg_database WHERE datname = '" + access.databaseOf(service) + "'")) {
      return found.next();
    }
  }

  private Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), access.user(), access.password());
  }

  private String url(String database) {
    return "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + database;
  }
}
