package io.moneyprinter.orchestration.ledger;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** The table of the jobs' accounts. */
final class AccountStore {
  private static final String READ =
      "SELECT job_id, tenant, day, budget, estimated, reserved, settled, open FROM job_account"
          + " WHERE job_id = $1";

  Future<Void> open(SqlClient client, Account account, String estimate) {
    return client
        .preparedQuery(
            "INSERT INTO job_account (job_id, tenant, day, budget, estimated, reserved, settled,"
                + " open, estimate) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb)")
        .execute(
            Tuple.of(
                account.jobId(),
                account.tenant(),
                account.day(),
                account.budget(),
                account.estimated(),
                account.reserved(),
                account.settled(),
                account.open(),
                estimate))
        .mapEmpty();
  }

  /** The account, its row locked until the transaction ends. */
  Future<Optional<Account>> lock(SqlClient client, UUID jobId) {
    return read(client, READ + " FOR UPDATE", Tuple.of(jobId));
  }

  Future<Optional<Account>> find(SqlClient client, String tenant, UUID jobId) {
    return read(client, READ + " AND tenant = $2", Tuple.of(jobId, tenant));
  }

  private static Future<Optional<Account>> read(SqlClient client, String sql, Tuple values) {
    return client
        .preparedQuery(sql)
        .execute(values)
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(account(rows.iterator().next())));
  }

  private static Account account(Row row) {
    return new Account(
        row.getUUID("job_id"),
        row.getString("tenant"),
        row.getLocalDate("day"),
        row.getLong("budget"),
        row.getLong("estimated"),
        row.getLong("reserved"),
        row.getLong("settled"),
        row.getBoolean("open"));
  }

  Future<Void> save(SqlClient client, Account account) {
    return client
        .preparedQuery(
            "UPDATE job_account SET day = $2, budget = $3, reserved = $4, settled = $5, open = $6"
                + " WHERE job_id = $1")
        .execute(
            Tuple.of(
                account.jobId(),
                account.day(),
                account.budget(),
                account.reserved(),
                account.settled(),
                account.open()))
        .mapEmpty();
  }

  /** What the estimate is made of, as JSON. */
  Future<String> estimate(SqlClient client, String tenant, UUID jobId) {
    return client
        .preparedQuery("SELECT estimate::text FROM job_account WHERE tenant = $1 AND job_id = $2")
        .execute(Tuple.of(tenant, jobId))
        .map(rows -> rows.iterator().next().getString(0));
  }
}
