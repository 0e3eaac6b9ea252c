package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets one node of all clean up at a time. Whoever has the lease has a number, the fence, that is
 * checked with every mark it sets: one that was taken for dead and comes back marks nothing.
 */
final class CleanupLease {
  /** For use in other statements, where $1 is the node and $2 the fence. */
  static final String HELD =
      "EXISTS (SELECT 1 FROM cleanup WHERE node = $1 AND fence = $2 AND until > now())";

  private static final String TAKE =
      """
      UPDATE cleanup SET node = $1, fence = fence + 1, until = now() + $2 * interval '1 ms'
      WHERE until < now() AND done_at <= now() - $3 * interval '1 ms' RETURNING fence""";

  private static final String RENEW =
      """
      UPDATE cleanup SET until = now() + $3 * interval '1 ms'
      WHERE node = $1 AND fence = $2 AND until > now()""";

  private static final String END =
      """
      UPDATE cleanup SET until = '-infinity', done_at = CASE WHEN $3 THEN now() ELSE done_at END
      WHERE node = $1 AND fence = $2""";

  private static final String WHO = "SELECT node FROM cleanup WHERE until > now()";

  private final Database database;
  private final String node;
  private final Duration life;

  /**
   * @param node id of this node
   * @param life how long it lasts unless it is renewed
   */
  CleanupLease(Database database, String node, Duration life) {
    this.database = database;
    this.node = node;
    this.life = life;
  }

  String node() {
    return node;
  }

  /**
   * Takes the lease; empty while another has it, or when the last cleanup was not so long ago.
   *
   * @param pause since the last one; zero to clean up in any case
   */
  Future<Optional<Long>> take(Duration pause) {
    return run(TAKE, Tuple.of(node, (double) life.toMillis(), (double) pause.toMillis()))
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getLong("fence")));
  }

  /** Whether it is still this node's, for a whole life from now. */
  Future<Boolean> renew(long fence) {
    return run(RENEW, Tuple.of(node, fence, (double) life.toMillis()))
        .map(rows -> rows.rowCount() > 0);
  }

  /** Gives it back. */
  Future<Void> end(long fence, boolean done) {
    return run(END, Tuple.of(node, fence, done)).mapEmpty();
  }

  /** Who has it. */
  Future<Optional<String>> holder() {
    return run(WHO, Tuple.tuple())
        .map(
            rows ->
                rows.size() == 0
                    ? Optional.empty()
                    : Optional.of(rows.iterator().next().getString("node")));
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
