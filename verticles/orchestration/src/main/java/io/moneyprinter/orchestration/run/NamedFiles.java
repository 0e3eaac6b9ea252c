package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.NameJobFiles;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells which stored files jobs name, so that none is removed which is still wanted. A file is
 * named wherever its key stands in what a job was given or has made.
 */
public final class NamedFiles {
  private static final String KEYS = "'\\m([0-9a-f]{64})\\M', 'g') AS found";

  /** All that a job that has not ended may come back to. */
  private static final String OPEN =
      """
      WITH open AS (
        SELECT id, brief FROM job
        WHERE state NOT IN ('COMPLETED', 'FAILED', 'CANCELLED')
          AND ($2::text IS NULL OR id::text <> $2)),
      said AS (
        SELECT brief::text AS text FROM open
        UNION ALL SELECT request::text FROM step WHERE job_id IN (SELECT id FROM open)
        UNION ALL SELECT result::text FROM step WHERE job_id IN (SELECT id FROM open)
        UNION ALL SELECT answer FROM external_call WHERE job_id IN (SELECT id FROM open))
      SELECT DISTINCT found[1] AS key FROM said, regexp_matches(text,\s"""
          + KEYS
          + " WHERE found[1] = ANY($1)";

  private static final String OF_TENANT =
      """
      WITH said AS (
        SELECT brief::text AS text FROM job
        WHERE tenant = $3 AND ($2::text IS NULL OR id::text <> $2)
        UNION ALL SELECT result::text FROM job
        WHERE tenant = $3 AND ($2::text IS NULL OR id::text <> $2)
        UNION ALL SELECT step.result::text FROM step JOIN job ON job.id = job_id
        WHERE job.tenant = $3 AND job.state <> 'COMPLETED'
          AND ($2::text IS NULL OR job.id::text <> $2))
      SELECT DISTINCT found[1] AS key FROM said, regexp_matches(text,\s"""
          + KEYS
          + " WHERE found[1] = ANY($1)";

  private final Database database;

  public NamedFiles(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#NAMED_BY_JOBS}. */
  public Future<FileList> find(NameJobFiles wish) {
    String[] keys = wish.keys().toArray(String[]::new);
    boolean all = wish.tenant() == null;
    return database
        .writer()
        .preparedQuery(all ? OPEN : OF_TENANT)
        .execute(all ? Tuple.of(keys, wish.except()) : Tuple.of(keys, wish.except(), wish.tenant()))
        .map(
            rows -> {
              List<String> named = new ArrayList<>();
              rows.forEach(row -> named.add(row.getString("key")));
              return new FileList(named);
            });
  }
}
