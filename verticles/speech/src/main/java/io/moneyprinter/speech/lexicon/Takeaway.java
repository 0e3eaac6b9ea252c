package io.moneyprinter.speech.lexicon;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.export.ExportDesk;
import io.moneyprinter.platform.service.ServiceScope;
import java.util.Map;

/** What a tenant takes along of its lexicons, which are no single person's. */
public final class Takeaway {
  private static final String LEXICONS =
      """
      SELECT tenant, NULL::text AS subject, language || ' ' || word AS position, language, word,
        said
      FROM lexicon\
      """;

  private Takeaway() {}

  public static void serve(ServiceScope scope, Database database) {
    ExportDesk.serve(scope, database, Map.of(ExportKind.LEXICONS, LEXICONS));
  }
}
