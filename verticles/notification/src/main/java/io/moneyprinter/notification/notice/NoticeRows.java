package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes notices of rows, in a language. */
public final class NoticeRows {
  private final Wording wording;

  public NoticeRows(Wording wording) {
    this.wording = wording;
  }

  List<Notice> all(RowSet<Row> rows, String language) {
    List<Notice> notices = new ArrayList<>();
    rows.forEach(row -> notices.add(of(row, language)));
    return notices;
  }

  public Notice of(Row row, String language) {
    Map<String, String> data = IncidentStore.map(row.getJsonObject("data"));
    NoticeKind kind = NoticeKind.valueOf(row.getString("kind"));
    OffsetDateTime read = row.getOffsetDateTime("read_at");
    return new Notice(
        row.getUUID("id").toString(),
        row.getLong("number"),
        row.getString("tenant"),
        row.getString("subject"),
        kind,
        kind.weight(),
        wording.text(language, kind + ".title", data),
        wording.text(language, kind + ".text", data),
        Places.of(kind, data),
        data,
        row.getOffsetDateTime("at").toInstant(),
        read == null ? null : read.toInstant());
  }
}
