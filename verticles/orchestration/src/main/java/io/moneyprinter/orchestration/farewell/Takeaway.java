package io.moneyprinter.orchestration.farewell;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What people and tenants take along of their orders, with the names of the files made. */
public final class Takeaway {
  private static final String VIDEOS =
      """
      SELECT tenant, subject, id::text AS position, id, '/v1/videos/' || id AS link, workflow,
        state, brief, progress, result, failure, created_at, updated_at, started_at,
        finished_at, deleted_at
      FROM job\
      """;

  private static final String STORYBOARDS =
      """
      SELECT j.tenant, j.subject, s.job_id::text AS position, s.job_id AS video, s.version,
        s.title, s.scenes::jsonb AS scenes, s.changed_at
      FROM storyboard s JOIN job j ON j.id = s.job_id\
      """;

  private static final String BATCHES =
      """
      SELECT tenant, subject, id::text AS position, id, name, state, base::jsonb AS base,
        priority, created_at, finished_at
      FROM batch\
      """;

  private static final String BATCH_ROWS =
      """
      SELECT b.tenant, b.subject, r.batch_id || lpad(r.number::text, 10, '0') AS position,
        r.batch_id AS batch, r.number, s.line, s.patch::jsonb AS patch,
        r.variant::jsonb AS variant, r.title, r.job_id AS video, r.failure
      FROM batch_row r JOIN batch b ON b.id = r.batch_id
        JOIN batch_source s ON s.batch_id = r.batch_id AND s.source = r.source\
      """;

  private static final String SCHEDULES =
      """
      SELECT tenant, subject, id::text AS position, id, name, title, batch,
        work::jsonb AS work, priority, cron, zone, missed, overlap, state, next_at, created_at
      FROM schedule\
      """;

  private static final String SCHEDULE_RUNS =
      """
      SELECT s.tenant, s.subject,
        r.schedule_id || lpad(extract(epoch FROM r.due)::text, 24, '0') AS position,
        r.schedule_id AS schedule, r.due, r.state, r.job_id AS video, r.batch_id AS batch,
        r.message
      FROM schedule_run r JOIN schedule s ON s.id = r.schedule_id\
      """;

  private static final String COSTS =
      """
      SELECT c.tenant, j.subject, lpad(c.id::text, 20, '0') AS position, c.job_id AS video,
        c.day, c.at, c.kind, c.step, c.part, c.provider, c.unit, c.quantity, c.price, c.amount
      FROM cost_entry c LEFT JOIN job j ON j.id = c.job_id AND j.tenant = c.tenant\
      """;

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.VIDEOS, VIDEOS,
            ExportKind.STORYBOARDS, STORYBOARDS,
            ExportKind.BATCHES, BATCHES,
            ExportKind.BATCH_ROWS, BATCH_ROWS,
            ExportKind.SCHEDULES, SCHEDULES,
            ExportKind.SCHEDULE_RUNS, SCHEDULE_RUNS,
            ExportKind.COSTS, COSTS));
  }
}
