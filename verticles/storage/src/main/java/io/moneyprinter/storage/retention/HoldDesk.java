package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.HoldEvent;
import io.moneyprinter.codecs.storage.HoldEventList;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.LiftHolds;
import io.moneyprinter.codecs.storage.ListHoldEvents;
import io.moneyprinter.codecs.storage.ListHolds;
import io.moneyprinter.codecs.storage.SetHolds;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Sets and lifts legal holds; each change is written down with who made it and why. */
public final class HoldDesk {
  private static final int LONGEST_REASON = 1_000;
  private static final int MOST_EVENTS = 1_000;

  /** Locked, so that nobody gives up what is being held. */
  private static final String STORED =
      """
      SELECT blob_key FROM holder JOIN blob ON key = blob_key
      WHERE holder.tenant = $1 AND blob_key = ANY($2) ORDER BY blob_key FOR UPDATE OF holder""";

  private static final String SET =
      """
      WITH fresh AS (
        INSERT INTO legal_hold (blob_key, tenant, reason, set_by)
        SELECT key, $1, $3, $4 FROM unnest($2::text[]) AS key ON CONFLICT DO NOTHING
        RETURNING blob_key)
      INSERT INTO legal_hold_event (blob_key, tenant, action, reason, actor)
      SELECT blob_key, $1, 'set', $3, $4 FROM fresh""";

  private static final String LIFT =
      """
      WITH lifted AS (
        DELETE FROM legal_hold WHERE tenant = $1 AND blob_key = ANY($2) RETURNING *),
      told AS (
        INSERT INTO legal_hold_event (blob_key, tenant, action, reason, actor)
        SELECT blob_key, $1, 'lifted', $3, $4 FROM lifted)
      SELECT * FROM lifted ORDER BY set_at, blob_key""";

  private static final String LIST =
      """
      SELECT * FROM legal_hold WHERE tenant = $1 AND ($2::text[] IS NULL OR blob_key = ANY($2))
      ORDER BY set_at, blob_key""";

  private static final String EVENTS =
      """
      SELECT * FROM legal_hold_event WHERE tenant = $1 AND ($2::bigint IS NULL OR id < $2)
      ORDER BY id DESC LIMIT $3""";

  private final Database database;

  public HoldDesk(Database database) {
    this.database = database;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#SET_HOLDS}. */
  public Future<HoldList> set(SetHolds wish) {
    CallContext caller = CallContext.currentOrSystem();
    demandReason(wish.reason());
    String[] keys = wish.keys().toArray(String[]::new);
    return database
        .writer()
        .withTransaction(
            connection ->
                stored(connection, caller.tenant(), wish.keys())
                    .compose(
                        found ->
                            connection
                                .preparedQuery(SET)
                                .execute(
                                    Tuple.of(
                                        caller.tenant(), keys, wish.reason(), caller.subject()))))
        .compose(set -> list(new ListHolds(wish.keys())));
  }

  private static Future<Void> stored(SqlConnection connection, String tenant, List<String> keys) {
    return connection
        .preparedQuery(STORED)
        .execute(Tuple.of(tenant).addArrayOfString(keys.toArray(String[]::new)))
        .map(
            rows -> {
              List<String> missing = new ArrayList<>(keys);
              rows.forEach(row -> missing.remove(row.getString("blob_key")));
              if (!missing.isEmpty()) {
                throw ServiceFailure.notFound(
                    "You store no file " + missing.get(0) + ", so it cannot be held");
              }
              return null;
            });
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#LIFT_HOLDS}. */
  public Future<HoldList> lift(LiftHolds wish) {
    CallContext caller = CallContext.currentOrSystem();
    demandReason(wish.reason());
    return run(
            LIFT,
            Tuple.of(
                caller.tenant(),
                wish.keys().toArray(String[]::new),
                wish.reason(),
                caller.subject()))
        .map(HoldDesk::holds);
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#LIST_HOLDS}. */
  public Future<HoldList> list(ListHolds wish) {
    String[] keys = wish.keys() == null ? null : wish.keys().toArray(String[]::new);
    return run(LIST, Tuple.of(CallContext.currentOrSystem().tenant()).addArrayOfString(keys))
        .map(HoldDesk::holds);
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#LIST_HOLD_EVENTS}. */
  public Future<HoldEventList> events(ListHoldEvents wish) {
    int limit = Math.max(1, Math.min(wish.limit(), MOST_EVENTS));
    return run(EVENTS, Tuple.of(CallContext.currentOrSystem().tenant(), wish.before(), limit))
        .map(
            rows -> {
              List<HoldEvent> events = new ArrayList<>();
              rows.forEach(row -> events.add(eventOf(row)));
              return new HoldEventList(events);
            });
  }

  private static void demandReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw ServiceFailure.invalid(
          "/reason", "Say why, for the record, in 1 to " + LONGEST_REASON + " characters");
    }
  }

  private static HoldList holds(RowSet<Row> rows) {
    List<LegalHold> holds = new ArrayList<>();
    rows.forEach(
        row ->
            holds.add(
                new LegalHold(
                    row.getString("blob_key"),
                    row.getString("reason"),
                    row.getString("set_by"),
                    row.getOffsetDateTime("set_at").toInstant())));
    return new HoldList(holds);
  }

  private static HoldEvent eventOf(Row row) {
    return new HoldEvent(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("blob_key"),
        row.getString("action"),
        row.getString("reason"),
        row.getString("actor"));
  }

  private Future<RowSet<Row>> run(String sql, Tuple values) {
    return database.writer().preparedQuery(sql).execute(values);
  }
}
