package io.moneyprinter.orchestration.state;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as PostgreSQL keeps them (timestamptz) and as the records have them. */
final class Times {
  private Times() {}

  static Instant at(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime stored(Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
