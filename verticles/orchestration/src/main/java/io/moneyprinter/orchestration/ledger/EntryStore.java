package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.CostEntry;
import io.moneyprinter.codecs.orchestration.CostLine;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The table of entries, to which is only ever added. */
final class EntryStore {
  private static final String ADD =
      "INSERT INTO cost_entry (job_id, tenant, day, kind, step, part, provider, unit, quantity,"
          + " price, prices, amount, call_id, line)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
          + " ON CONFLICT (call_id, line) DO NOTHING RETURNING provider, unit, quantity, amount,"
          + " price IS NOT NULL AS priced";

  /** What is left of own machines' work on a part after earlier refunds, day by day. */
  private static final String REFUND =
      "INSERT INTO cost_entry (job_id, tenant, day, kind, step, part, provider, unit, quantity,"
          + " price, prices, amount)"
          + " SELECT job_id, tenant, day, 'REFUND', step, part, provider, unit, -sum(quantity),"
          + " price, prices, -sum(amount) FROM cost_entry WHERE job_id = $1 AND step = $2"
          + " AND part = $3 AND kind <> 'CALL'"
          + " GROUP BY job_id, tenant, day, step, part, provider, unit, price, prices"
          + " HAVING sum(amount) > 0 RETURNING day, amount";

  private static final String OF_JOB =
      "SELECT kind, step, part, provider, unit, quantity, amount, price IS NOT NULL AS priced,"
          + " price, prices, at FROM cost_entry WHERE tenant = $1 AND job_id = $2 ORDER BY id";

  private static final String OF_DAY =
      "SELECT provider, unit, sum(quantity) AS quantity, sum(amount)::bigint AS amount,"
          + " bool_and(price IS NOT NULL) AS priced FROM cost_entry"
          + " WHERE tenant = $1 AND day = $2 GROUP BY provider, unit ORDER BY provider, unit";

  private static final String OF_SPAN =
      "SELECT provider, unit, sum(quantity) AS quantity, sum(amount)::bigint AS amount,"
          + " bool_and(price IS NOT NULL) AS priced FROM cost_entry"
          + " WHERE ($1::text IS NULL OR tenant = $1) AND day >= $2 AND day < $3"
          + " GROUP BY provider, unit ORDER BY provider, unit";

  /** What was given back of one day. */
  record Refund(LocalDate day, long amount) {}

  /** Makes entries; answers with those that had not been made before. */
  Future<List<CostLine>> add(
      SqlClient client, Account account, String prices, List<Posting> postings) {
    if (postings.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    return client
        .preparedQuery(ADD)
        .executeBatch(postings.stream().map(each -> tuple(account, prices, each)).toList())
        .map(
            results -> {
              List<CostLine> made = new ArrayList<>();
              for (RowSet<Row> rows = results; rows != null; rows = rows.next()) {
                rows.forEach(row -> made.add(line(row)));
              }
              return made;
            });
  }

  private static Tuple tuple(Account account, String prices, Posting posting) {
    return Tuple.tuple()
        .addUUID(account.jobId())
        .addString(account.tenant())
        .addLocalDate(account.day())
        .addString(posting.kind().name())
        .addString(posting.step())
        .addInteger(posting.part())
        .addString(posting.priced().cost().provider())
        .addString(posting.priced().cost().unit().name())
        .addDouble(posting.priced().cost().quantity())
        .addDouble(posting.priced().price())
        .addString(prices)
        .addLong(posting.priced().micros())
        .addUUID(posting.callId())
        .addInteger(posting.line());
  }

  Future<List<Refund>> refund(SqlClient client, UUID jobId, String step, int part) {
    return client
        .preparedQuery(REFUND)
        .execute(Tuple.of(jobId, step, part))
        .map(
            rows -> list(rows, row -> new Refund(row.getLocalDate("day"), -row.getLong("amount"))));
  }

  Future<List<CostEntry>> ofJob(SqlClient client, String tenant, UUID jobId) {
    return client
        .preparedQuery(OF_JOB)
        .execute(Tuple.of(tenant, jobId))
        .map(
            rows ->
                list(
                    rows,
                    row ->
                        new CostEntry(
                            CostEntry.Kind.valueOf(row.getString("kind")),
                            row.getString("step"),
                            row.getInteger("part"),
                            line(row),
                            row.getDouble("price"),
                            row.getString("prices"),
                            row.getOffsetDateTime("at").toInstant())));
  }

  Future<List<CostLine>> ofDay(SqlClient client, String tenant, LocalDate day) {
    return client
        .preparedQuery(OF_DAY)
        .execute(Tuple.of(tenant, day))
        .map(rows -> list(rows, EntryStore::line));
  }

  /**
   * What was spent from one day to another.
   *
   * @param tenant {@code null} for all
   * @param to exclusive
   */
  Future<List<CostLine>> ofSpan(SqlClient client, String tenant, LocalDate from, LocalDate to) {
    return client
        .preparedQuery(OF_SPAN)
        .execute(Tuple.of(tenant, from, to))
        .map(rows -> list(rows, EntryStore::line));
  }

  private static CostLine line(Row row) {
    return new CostLine(
        row.getString("provider"),
        CostUnit.valueOf(row.getString("unit")),
        row.getDouble("quantity"),
        row.getLong("amount"),
        row.getBoolean("priced"));
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
    List<T> all = new ArrayList<>();
    rows.forEach(row -> all.add(read.apply(row)));
    return all;
  }
}
