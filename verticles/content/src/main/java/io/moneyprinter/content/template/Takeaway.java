package io.moneyprinter.content.template;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What people take along of the templates they wrote, and tenants of all. */
public final class Takeaway {
  private static final String TEMPLATES =
      """
      SELECT t.tenant, v.changed_by AS subject,
        lpad(v.template::text, 20, '0') || lpad(v.version::text, 10, '0') AS position,
        t.name, t.deleted_at, v.version, v.description, v.content::jsonb AS content, v.changed_at
      FROM template_version v JOIN template t ON t.id = v.template\
      """;

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(scope, database, Map.of(ExportKind.TEMPLATES, TEMPLATES));
  }
}
