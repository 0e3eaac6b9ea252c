package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is still to be sent to people by one way. */
public final class Dispatches {
  /** Longer than sending one takes. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String PUT =
      """
      INSERT INTO delivery (notification, tenant, subject, channel, target, digest, due)
      VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""";

  /** The one that is due for longest; of a digest all of the same person. */
  private static final String CLAIM =
      """
      WITH lead AS (
        SELECT id, tenant, subject, digest FROM delivery
        WHERE channel = $1 AND state = 'WAITING' AND due <= now()
        ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED)
      UPDATE delivery d SET due = now() + $2 * interval '1 millisecond', attempts = d.attempts + 1
      FROM lead WHERE d.id = lead.id OR lead.digest AND d.digest AND d.channel = $1
        AND d.state = 'WAITING' AND d.due <= now()
        AND d.tenant = lead.tenant AND d.subject = lead.subject
      RETURNING d.id, d.notification, d.tenant, d.subject, d.target, d.digest, d.attempts""";

  private static final String SETTLE =
      """
      UPDATE delivery SET state = $2, done_at = now(), last_error = left($3, 500)
      WHERE id = ANY($1)""";

  /**
   * What is sent at once to one person.
   *
   * @param ids of the deliveries
   * @param target where to, for ways that have several; empty for an e-mail
   */
  public record Parcel(
      List<Long> ids,
      List<UUID> notices,
      String tenant,
      String subject,
      String target,
      boolean digest,
      int attempts) {}

  private final Database database;
  private final NoticeRows rows;
  private final NoticeChannel channel;

  public Dispatches(Database database, NoticeRows rows, NoticeChannel channel) {
    this.database = database;
    this.rows = rows;
    this.channel = channel;
  }

  /** Puts one in, within the transaction that makes the notice. */
  public Future<?> put(SqlClient transaction, Outlet.Dispatch dispatch, String target) {
    return transaction
        .preparedQuery(PUT)
        .execute(
            Tuple.of(
                UUID.fromString(dispatch.notice().id()),
                dispatch.receiver().tenant(),
                dispatch.receiver().subject(),
                channel.name(),
                target,
                dispatch.digest(),
                dispatch.due().atOffset(ZoneOffset.UTC)));
  }

  /** Takes what is due for one person, nothing when there is none; no other node takes the same. */
  public Future<List<Parcel>> claim() {
    return database
        .writer()
        .preparedQuery(CLAIM)
        .execute(Tuple.of(channel.name(), (double) LEASE.toMillis()))
        .map(
            found -> {
              List<Long> ids = new ArrayList<>();
              List<UUID> notices = new ArrayList<>();
              Row last = null;
              for (Row row : found) {
                ids.add(row.getLong("id"));
                notices.add(row.getUUID("notification"));
                last = row;
              }
              return last == null
                  ? List.of()
                  : List.of(
                      new Parcel(
                          ids,
                          notices,
                          last.getString("tenant"),
                          last.getString("subject"),
                          last.getString("target"),
                          last.getBoolean("digest"),
                          last.getInteger("attempts")));
            });
  }

  /** Those of a parcel that still wait to be read, oldest first. */
  public Future<List<Notice>> unread(Parcel parcel, String language) {
    return database
        .writer()
        .preparedQuery(
            "SELECT "
                + NoticeStore.COLUMNS
                + " FROM notification n WHERE n.id = ANY($1) AND n.read_at IS NULL"
                + " AND n.deleted_at IS NULL ORDER BY n.number")
        .execute(Tuple.tuple().addArrayOfUUID(parcel.notices().toArray(UUID[]::new)))
        .map(found -> rows.all(found, language));
  }

  public Future<?> sent(Parcel parcel) {
    return settle(parcel, "SENT", null);
  }

  /** It was read before it was sent, or there is nobody to send it to. */
  public Future<?> needless(Parcel parcel, String why) {
    return settle(parcel, "NEEDLESS", why);
  }

  public Future<?> givenUp(Parcel parcel, String why) {
    return settle(parcel, "GIVEN_UP", why);
  }

  private Future<?> settle(Parcel parcel, String state, String why) {
    return database.writer().preparedQuery(SETTLE).execute(Tuple.of(ids(parcel), state, why));
  }

  /** Has it tried again after a pause. */
  public Future<?> later(Parcel parcel, Duration pause, String why) {
    return database
        .writer()
        .preparedQuery(
            "UPDATE delivery SET due = now() + $2 * interval '1 millisecond',"
                + " last_error = left($3, 500) WHERE id = ANY($1)")
        .execute(Tuple.of(ids(parcel), (double) pause.toMillis(), why));
  }

  private static Long[] ids(Parcel parcel) {
    return parcel.ids().toArray(Long[]::new);
  }
}
