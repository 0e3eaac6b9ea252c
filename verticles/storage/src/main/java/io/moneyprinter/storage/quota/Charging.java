package io.moneyprinter.storage.quota;

import io.moneyprinter.codecs.storage.StorageClass;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Makes tenants holders of files, and refuses what is beyond their quota. The sums are kept by the
 * database under a lock of the tenant's own, so that no two nodes give away the same room.
 */
public final class Charging {
  private static final String HELD = "SELECT 1 FROM holder WHERE blob_key = $1 AND tenant = $2";

  private static final String USED =
      "SELECT coalesce(sum(bytes), 0)::bigint AS used FROM tenant_usage WHERE tenant = $1";

  /** The sums are rows of each class: who is near the limit has to wait for all of them. */
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 6))";

  private static final String HOLD =
      """
      INSERT INTO holder AS known (blob_key, tenant, owner, class, size, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (blob_key, tenant) DO UPDATE SET
        class = CASE WHEN known.owner = 'recovered'
                       OR class_rank(excluded.class) > class_rank(known.class)
                     THEN excluded.class ELSE known.class END,
        owner = CASE known.owner WHEN 'recovered' THEN excluded.owner ELSE known.owner END,
        since = now(),
        expires_at = CASE WHEN known.owner <> 'recovered'
                            AND class_rank(excluded.class) < class_rank(known.class)
                          THEN known.expires_at ELSE excluded.expires_at END
      RETURNING xmax = 0 AS fresh""";

  private final Quota quota;

  public Charging(Quota quota) {
    this.quota = quota;
  }

  /**
   * Who holds a file, and as what.
   *
   * @param owner who of the tenant asked for it
   * @param life until the tenant is done with it; empty for ever
   */
  public record Claim(
      String key,
      long size,
      String tenant,
      String owner,
      StorageClass storageClass,
      Optional<Duration> life) {}

  /** Fails with {@code RESOURCE} where a claim would go beyond the quota. */
  public Future<Void> admit(SqlClient client, Claim claim) {
    Optional<Long> limit = quota.limit(claim.tenant());
    if (limit.isEmpty()) {
      return Future.succeededFuture();
    }
    return client
        .preparedQuery(HELD)
        .execute(Tuple.of(claim.key(), claim.tenant()))
        .compose(
            held ->
                held.size() > 0
                    ? Future.succeededFuture()
                    : within(client, claim.tenant(), claim.size(), limit.get()));
  }

  private Future<Void> within(SqlClient client, String tenant, long bytes, long limit) {
    return used(client, tenant)
        .map(
            used -> {
              if (used + bytes > limit) {
                throw Quota.refusal(bytes, used, limit);
              }
              return null;
            });
  }

  Future<Long> used(SqlClient client, String tenant) {
    return client
        .preparedQuery(USED)
        .execute(Tuple.of(tenant))
        .map(rows -> rows.iterator().next().getLong("used"));
  }

  /**
   * Enters the claim, within the transaction that enters the file; a claim beyond the quota fails,
   * and with it the transaction.
   */
  public Future<Void> hold(SqlConnection connection, Claim claim) {
    Optional<Long> limit = quota.limit(claim.tenant());
    Future<?> alone =
        limit.isEmpty()
            ? Future.succeededFuture()
            : connection.preparedQuery(LOCK).execute(Tuple.of(claim.tenant()));
    return alone
        .compose(locked -> connection.preparedQuery(HOLD).execute(values(claim)))
        .compose(
            rows ->
                limit.isPresent() && rows.iterator().next().getBoolean("fresh")
                    ? used(connection, claim.tenant())
                        .map(used -> checked(claim, used, limit.get()))
                    : Future.succeededFuture());
  }

  private static Tuple values(Claim claim) {
    return Tuple.of(
        claim.key(),
        claim.tenant(),
        claim.owner(),
        claim.storageClass().word(),
        claim.size(),
        claim.life().map(l -> Instant.now().plus(l).atOffset(ZoneOffset.UTC)).orElse(null));
  }

  private static Void checked(Claim claim, long used, long limit) {
    if (used > limit) {
      throw Quota.refusal(claim.size(), used - claim.size(), limit);
    }
    return null;
  }
}
