package io.moneyprinter.notification.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.notification.KindChannels;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/** How people want to be told. */
public final class PreferenceStore {
  private static final String PUT =
      """
      INSERT INTO preference (tenant, subject, version, chosen) SELECT $1, $2, 1, $3::text::jsonb
      WHERE $4::integer IS NULL OR $4 = 0
        OR EXISTS (SELECT 1 FROM preference WHERE tenant = $1 AND subject = $2)
      ON CONFLICT (tenant, subject) DO UPDATE
        SET version = preference.version + 1, chosen = EXCLUDED.chosen
        WHERE $4::integer IS NULL OR preference.version = $4
      RETURNING version, chosen::text AS chosen""";

  private final Database database;

  public PreferenceStore(Database database) {
    this.database = database;
  }

  /** What was chosen, or the usual. */
  public Future<NoticePreferences> of(String tenant, String subject) {
    return database
        .writer()
        .preparedQuery(
            "SELECT version, chosen::text AS chosen FROM preference"
                + " WHERE tenant = $1 AND subject = $2")
        .execute(Tuple.of(tenant, subject))
        .map(rows -> rows.size() == 0 ? Choices.usual() : first(rows));
  }

  /**
   * Keeps what was checked; {@code CONFLICT} when another version is there than expected.
   *
   * @param expected {@code null} for whichever
   */
  Future<NoticePreferences> put(
      String tenant, String subject, NoticePreferences chosen, Integer expected) {
    return database
        .writer()
        .preparedQuery(PUT)
        .execute(Tuple.of(tenant, subject, write(chosen), expected))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw ServiceFailure.conflict(
                    "The preferences were changed elsewhere meanwhile; read them again, then change"
                        + " them");
              }
              return first(rows);
            });
  }

  /** Switches e-mails of these kinds off, whatever else was chosen meanwhile. */
  public Future<NoticePreferences> withoutEmail(
      String tenant, String subject, List<NoticeKind> kinds) {
    return of(tenant, subject)
        .compose(
            now ->
                put(tenant, subject, without(now, kinds), now.version())
                    .recover(
                        cause ->
                            cause instanceof ServiceFailure failure
                                    && failure.code() == FailureCode.CONFLICT
                                ? withoutEmail(tenant, subject, kinds)
                                : Future.failedFuture(cause)));
  }

  private static NoticePreferences without(NoticePreferences now, List<NoticeKind> kinds) {
    return new NoticePreferences(
        now.version(),
        now.language(),
        now.zone(),
        now.quiet(),
        now.digest(),
        now.digestAt(),
        now.kinds().stream()
            .map(
                one ->
                    kinds.contains(one.kind())
                        ? new KindChannels(
                            one.kind(),
                            one.channels().stream()
                                .filter(way -> way != NoticeChannel.EMAIL)
                                .toList())
                        : one)
            .toList(),
        null,
        null);
  }

  private static NoticePreferences first(RowSet<Row> rows) {
    Row row = rows.iterator().next();
    NoticePreferences stored = read(row.getString("chosen"));
    return Choices.checked(
        new NoticePreferences(
            row.getInteger("version"),
            stored.language(),
            stored.zone(),
            stored.quiet(),
            stored.digest(),
            stored.digestAt(),
            stored.kinds(),
            null,
            null));
  }

  private static String write(NoticePreferences chosen) {
    try {
      return RecordJson.wire().writeValueAsString(chosen);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Preferences are always JSON", e);
    }
  }

  private static NoticePreferences read(String text) {
    try {
      return RecordJson.wire().readValue(text, NoticePreferences.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored preferences could not be read", e);
    }
  }
}
