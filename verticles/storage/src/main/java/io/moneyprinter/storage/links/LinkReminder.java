package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RaiseNotice;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has whoever made a link told a day before it expires. Links that were made for less than two days
 * are passed over: their end is no surprise.
 */
public final class LinkReminder {
  private static final Logger LOG = LoggerFactory.getLogger(LinkReminder.class);
  private static final String VIDEO = "video/";
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

  /** No other node tells of the same. */
  private static final String CLAIM =
      """
      UPDATE link SET told_at = $1 WHERE id = ANY (ARRAY(
        SELECT id FROM link WHERE told_at IS NULL AND revoked_at IS NULL
          AND expires_at > $1 AND expires_at <= $1 + interval '1 day'
          AND expires_at - created_at >= interval '2 days'
        ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED))
      RETURNING id, tenant, owner, subject, file_name, expires_at""";

  private static final String AGAIN = "UPDATE link SET told_at = NULL WHERE id = $1";

  private final Database database;
  private final EventBus bus;

  public LinkReminder(Database database, EventBus bus) {
    this.database = database;
    this.bus = bus;
  }

  /** Tells of all that is due; those of which nobody could be told are told at the next round. */
  public Future<?> round(Instant now) {
    return database
        .writer()
        .preparedQuery(CLAIM)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC)))
        .compose(
            rows -> {
              List<Future<?>> all = new ArrayList<>();
              rows.forEach(row -> all.add(tell(row, now)));
              return Future.join(all);
            });
  }

  private Future<?> tell(Row row, Instant now) {
    String id = row.getString("id");
    RaiseNotice notice =
        new RaiseNotice(
            "link:" + id, NoticeKind.LINK_EXPIRING, row.getString("owner"), now, data(row));
    return NotificationMessages.RAISE
        .ask(bus, notice, CallContext.system(row.getString("tenant")))
        .<Void>mapEmpty()
        .recover(
            cause -> {
              LOG.info("The end of a link is told later: {}", cause.getMessage());
              return database.writer().preparedQuery(AGAIN).execute(Tuple.of(id)).mapEmpty();
            });
  }

  /** Never the address itself: who has it has the file. */
  private static Map<String, String> data(Row row) {
    OffsetDateTime end = row.getOffsetDateTime("expires_at").withOffsetSameInstant(ZoneOffset.UTC);
    Map<String, String> data = new TreeMap<>();
    data.put("link", row.getString("id"));
    data.put("file", row.getString("file_name"));
    data.put("expiresAt", MINUTES.format(end));
    String subject = row.getString("subject");
    if (subject != null && subject.startsWith(VIDEO)) {
      data.put("video", subject.substring(VIDEO.length()).split("/", 2)[0]);
    }
    return data;
  }
}
