package io.moneyprinter.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** Makes one database when it is missing and brings it up to date. Blocking. */
final class Migrations {
  /** SQLSTATE duplicate_database: another node was faster. */
  private static final String ALREADY_THERE = "42P04";

  /** Serves CREATE DATABASE one at a time: they copy the same template, which PostgreSQL locks. */
  private static final Object TEMPLATE = new Object();

  private final DatabaseAccess access;
  private final String service;

  Migrations(DatabaseAccess access, String service) {
    this.access = access;
    this.service = service;
  }

  void run() throws SQLException {
    createWhenMissing();
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(url(access.databaseOf(service)), access.user(), access.password())
        .locations("classpath:db/" + service)
        .connectRetries(0)
        .load()
        .migrate();
  }

  private void createWhenMissing() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url("postgres"), access.user(), access.password());
        Statement statement = connection.createStatement()) {
      if (!exists(statement)) {
        synchronized (TEMPLATE) {
          statement.execute("CREATE DATABASE \"" + access.databaseOf(service) + "\"");
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

  private String url(String database) {
    return "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + database;
  }
}
