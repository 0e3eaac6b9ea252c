package io.moneyprinter.analytics;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What a tenant takes along of what its videos used. */
final class Takeaway {
  private static final String USAGE =
      """
      SELECT tenant, NULL::text AS subject, job_id AS position, job_id AS video, state, finished_at,
        video_seconds, wall_seconds, render_seconds, segments, reused_segments, characters,
        tokens, failed_step, failure_code
      FROM job_usage\
      """;

  private Takeaway() {}

  static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(scope, database, Map.of(ExportKind.USAGE, USAGE));
  }
}
