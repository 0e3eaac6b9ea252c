package io.moneyprinter.platform.export;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.codecs.export.ExportMessages;
import io.moneyprinter.codecs.export.ExportRows;
import io.moneyprinter.codecs.export.ExportedRows;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers a service's part of an export. The service says what a kind consists of; whose rows they
 * have to be is said here, for all services alike. A page is cut where it would get too large for a
 * message, so that neither side ever has much of it in memory.
 */
public final class ExportDesk {
  private static final int PAGE_ROWS = 200;
  private static final int PAGE_BYTES = 1 << 20;

  private static final String START =
      """
      SELECT p.position, (to_jsonb(p) - 'position')::text AS line FROM (SELECT * FROM (\
      """;

  /** The rows are sought before they are written as JSON: only those of the page are. */
  private static final String END =
      """
      ) k WHERE k.tenant = $1::text AND ($3::boolean OR k.subject = $2::text)
        AND k.position COLLATE "C" > $4::text
      ORDER BY k.position COLLATE "C" LIMIT $5) p\
      """;

  private final Database database;
  private final Map<ExportKind, String> statements;

  private ExportDesk(Database database, Map<ExportKind, String> statements) {
    this.database = database;
    this.statements = Map.copyOf(statements);
  }

  /**
   * Answers for as long as the service is open.
   *
   * @param statements of kinds of one service: a query of the columns {@code tenant}, {@code
   *     subject} (whose it is; null where it is nobody's own), {@code position} (a text that no two
   *     rows share), and all that is to be handed out, without secrets
   */
  public static void serve(
      ServiceScope scope, Database database, Map<ExportKind, String> statements) {
    ExportDesk desk = new ExportDesk(database, statements);
    statements.keySet().stream()
        .map(ExportMessages::of)
        .distinct()
        .forEach(endpoint -> scope.serve(endpoint, desk::page));
  }

  private Future<ExportedRows> page(ExportRows wanted) {
    String statement = statements.get(wanted.kind());
    if (statement == null) {
      throw ServiceFailure.notFound("There is nothing of the kind " + wanted.kind().word());
    }
    CallContext caller = CallContext.currentOrSystem();
    return database
        .writer()
        .preparedQuery(START + statement + END)
        .execute(
            Tuple.of(
                caller.tenant(), caller.subject(), wanted.wholeTenant(), wanted.after(), PAGE_ROWS))
        .map(ExportDesk::cut);
  }

  /** At least one row, however large, for the next page to begin behind it. */
  private static ExportedRows cut(RowSet<Row> found) {
    List<String> rows = new ArrayList<>();
    String last = null;
    long bytes = 0;
    for (Row row : found) {
      String line = row.getString("line");
      bytes += line.getBytes(StandardCharsets.UTF_8).length;
      if (!rows.isEmpty() && bytes > PAGE_BYTES) {
        return new ExportedRows(rows, last);
      }
      rows.add(line);
      last = row.getString("position");
    }
    return new ExportedRows(rows, found.size() < PAGE_ROWS ? null : last);
  }
}
