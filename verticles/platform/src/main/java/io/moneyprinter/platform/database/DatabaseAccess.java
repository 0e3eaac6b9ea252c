package io.moneyprinter.platform.database;

import java.util.List;
import java.util.Objects;

/**
 * How a PostgreSQL server is reached.
 *
 * @param readers host:port of read replicas; empty to read from the server itself
 * @param prefix databases are called {@code <prefix>_<service>}
 * @param poolSize connections to each database and side
 */
public record DatabaseAccess(
    String host,
    int port,
    String user,
    String password,
    List<String> readers,
    String prefix,
    int poolSize) {
  public DatabaseAccess {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(prefix, "prefix");
    readers = List.copyOf(readers);
  }

  String databaseOf(String service) {
    return prefix + "_" + service;
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + host + ":" + port;
  }
}
