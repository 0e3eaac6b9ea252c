package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.RowList;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.gateway.http.Cursor;
import java.util.List;

/**
 * A page of the rows of a batch.
 *
 * @param next path of the next page; {@code null} on the last
 */
record RowPage(List<RowView> rows, String next) {
  /**
   * One row.
   *
   * @param variant what is other than in the row that was sent
   * @param video id of what it became; {@code null} until it is ordered
   * @param links of that video
   */
  record RowView(
      int number,
      int source,
      int line,
      JsonNode variant,
      String title,
      RowState state,
      double progress,
      JobFailure failure,
      String video,
      Links links) {
    static RowView of(BatchRow row) {
      return new RowView(
          row.number(),
          row.source(),
          row.line(),
          tree(row.variant()),
          row.title(),
          row.state(),
          row.progress(),
          row.failure(),
          row.jobId(),
          row.jobId() == null ? null : Links.of(row.jobId()));
    }

    private static JsonNode tree(String json) {
      try {
        return json == null ? null : RecordJson.wire().readTree(json);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("A variant is always JSON", e);
      }
    }
  }

  /** Rows of one batch are a list of their own. */
  static String list(String batchId) {
    return "rows-of-" + batchId;
  }

  /**
   * @param filter the state asked for; {@code null} for all
   */
  static RowPage of(String batchId, RowList list, int limit, RowState filter) {
    List<RowView> rows = list.rows().stream().map(RowView::of).toList();
    String next =
        list.more() && !rows.isEmpty()
            ? "/v1/batches/%s/rows?limit=%d&cursor=%s%s"
                .formatted(
                    batchId,
                    limit,
                    Cursor.after(list(batchId), rows.get(rows.size() - 1).number()),
                    filter == null ? "" : "&state=" + filter)
            : null;
    return new RowPage(rows, next);
  }
}
