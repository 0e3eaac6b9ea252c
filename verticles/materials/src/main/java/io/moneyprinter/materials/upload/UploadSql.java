package io.moneyprinter.materials.upload;

/** The statements of {@link UploadStore}. */
final class UploadSql {
  private static final String COLUMNS =
      "tenant, id, state, length, most, details::text AS details, assets, problem, staged,"
          + " created_at, expires_at, home";

  /** One opening at a time for each tenant, so that two cannot take the same room. */
  static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 30))";

  static final String USED =
      """
      SELECT
        (SELECT coalesce(sum(bytes), 0) FROM asset_version WHERE tenant = $1)::bigint AS held,
        (SELECT coalesce(sum(most), 0) FROM upload
          WHERE tenant = $1 AND state IN ('OPEN', 'FINISHING'))::bigint AS coming,
        (SELECT count(*) FROM upload
          WHERE tenant = $1 AND state IN ('OPEN', 'FINISHING'))::bigint AS open""";

  static final String INSERT =
      "INSERT INTO upload (tenant, id, state, length, most, details, expires_at, home)"
          + " VALUES ($1, $2, 'OPEN', $3, $4, $5::text::jsonb, $6, $7) RETURNING "
          + COLUMNS;

  static final String FIND = "SELECT " + COLUMNS + " FROM upload WHERE tenant = $1 AND id = $2";

  static final String CLAIM =
      "UPDATE upload SET state = 'FINISHING', staged = $3, node = $4, claimed_at = now(),"
          + " details = coalesce($5::text::jsonb, details)"
          + " WHERE tenant = $1 AND id = $2 AND state = 'OPEN' RETURNING "
          + COLUMNS;

  static final String RENEW = "UPDATE upload SET claimed_at = now() WHERE id = ANY($1)";

  static final String REOPEN =
      "UPDATE upload SET state = 'OPEN', staged = NULL WHERE id = $1 AND state = 'FINISHING'";

  static final String REFUSE =
      "UPDATE upload SET state = 'REFUSED', problem = $2, staged = NULL WHERE id = $1 RETURNING "
          + COLUMNS;

  static final String DONE =
      "UPDATE upload SET state = 'DONE', assets = $2, staged = NULL WHERE id = $1 RETURNING "
          + COLUMNS;

  static final String DROP =
      "DELETE FROM upload WHERE tenant = $1 AND id = $2 AND state <> 'FINISHING' RETURNING "
          + COLUMNS;

  static final String ABANDONED =
      "SELECT "
          + COLUMNS
          + " FROM upload WHERE state = 'FINISHING' AND claimed_at < now() - $1 * interval '1 s'";

  static final String EXPIRED =
      "SELECT " + COLUMNS + " FROM upload WHERE expires_at < now() AND state <> 'FINISHING'";

  static final String PUT_OFF = "UPDATE upload SET expires_at = $2 WHERE id = $1";

  static final String KNOWN = "SELECT id FROM upload WHERE id = ANY($1)";

  private UploadSql() {}
}
