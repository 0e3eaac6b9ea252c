package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.orchestration.ledger.CapsConfig;
import io.moneyprinter.orchestration.ledger.CostsConfig;
import io.moneyprinter.orchestration.ledger.EstimateConfig;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The service's own tables, and prices for one test. */
final class Books {
  /** A character costs 10 micro-USD, a second of processor time 1000. */
  static final String PRICES =
      """
      version: "test-1"
      providers:
        voices:
          characters: { usd: 10, per: 1000000 }
        local:
          cpu-seconds: { usd: 3.6, per: 3600 }
      """;

  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  private final Pool pool;

  Books(TestNode test) {
    pool = answer(test.node().databases().open("orchestration"), 60).writer();
  }

  static CostsConfig costs(Path folder, CapsConfig caps, Map<String, String> tenants) {
    try {
      Path file = Files.writeString(folder.resolve("prices.yaml"), PRICES);
      return new CostsConfig(
          Optional.of(file.toString()),
          caps,
          tenants,
          new EstimateConfig(Optional.empty(), Optional.of("voices"), 0, 0, 60, 10, 1, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Row> rows(String sql, Object... values) {
    List<Row> rows = new ArrayList<>();
    answer(pool.preparedQuery(sql).execute(Tuple.from(values))).forEach(rows::add);
    return rows;
  }

  long number(String sql, Object... values) {
    Number number = (Number) rows(sql, values).get(0).getValue(0);
    return number == null ? 0 : number.longValue();
  }

  void change(String sql, Object... values) {
    answer(pool.preparedQuery(sql).execute(Tuple.from(values)));
  }

  /** Does something while nobody else gets at the job; what it did is kept. */
  <T> T whileChanging(String jobId, Function<SqlConnection, T> work) {
    SqlConnection connection = answer(pool.getConnection());
    try {
      Transaction transaction = answer(connection.begin());
      answer(
          connection
              .preparedQuery("SELECT 1 FROM job WHERE id = $1 FOR UPDATE")
              .execute(Tuple.of(UUID.fromString(jobId))));
      T result = work.apply(connection);
      answer(transaction.commit());
      return result;
    } finally {
      answer(connection.close());
    }
  }

  /** Whether a statement waits for a lock that another one holds. */
  boolean somebodyWaits() {
    return number(WAITING) > 0;
  }
}
