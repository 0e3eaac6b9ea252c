package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What is known of whose files are kept, and of links to them, but for what opens a link. */
public final class Takeaway {
  private static final String FILES =
      """
      SELECT h.tenant, h.owner AS subject, h.blob_key AS position, h.blob_key AS sha256, h.class,
        h.size, h.since, h.expires_at
      FROM holder h\
      """;

  private static final String LINKS =
      """
      SELECT tenant, owner AS subject, id AS position, link.subject AS file, media_type,
        file_name, disposition, created_at, expires_at, max_downloads, downloads, revoked_at
      FROM link\
      """;

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(
        scope,
        database,
        Map.of(
            ExportKind.FILES, FILES,
            ExportKind.LINKS, LINKS));
  }
}
