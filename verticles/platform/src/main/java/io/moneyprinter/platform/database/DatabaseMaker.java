package io.moneyprinter.platform.database;

import java.sql.SQLException;
import java.sql.Statement;

/** How a service's database comes into being. Blocking. */
@FunctionalInterface
public interface DatabaseMaker {
  /** Makes it empty; the service's scripts run in it next. */
  DatabaseMaker EMPTY =
      (server, service, name) -> server.execute("CREATE DATABASE \"" + name + "\"");

  /**
   * Makes a database that is not there.
   *
   * @param server a session of the server's database {@code postgres}
   * @param name what it is to be called
   */
  void make(Statement server, String service, String name) throws SQLException;
}
