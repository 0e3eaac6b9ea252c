package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What people take along of the log of what they did, and tenants of what was done in them. */
public final class Takeaway {
  private static final String AUDIT_RECORDS =
      """
      SELECT tenant, actor AS subject, lpad(sequence::text, 20, '0') AS position, id, at, action,
        outcome, target, address, details
      FROM audit_log\
      """;

  private static final String AUDIT_RECORDS_ABOUT =
      """
SELECT tenant, substr(target, 6) AS subject, lpad(sequence::text, 20, '0') AS position, id, at,
  action, outcome
FROM audit_log WHERE target LIKE 'user:%' AND tenant IS NOT NULL AND 'user:' || actor <> target\
""";

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.AUDIT_RECORDS, AUDIT_RECORDS,
            ExportKind.AUDIT_RECORDS_ABOUT, AUDIT_RECORDS_ABOUT));
  }
}
