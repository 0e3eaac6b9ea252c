package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads in the audit log what was written while this service was away, from where it had got to: at
 * the start and every minute. What happened before it ran for the first time, or more than a week
 * ago, is nobody's news. Nodes do this side by side; telling is harmless when done twice. To be
 * used on the service's event loop.
 */
public final class AuditCatchUp {
  private static final Logger LOG = LoggerFactory.getLogger(AuditCatchUp.class);
  private static final long FIRST_LOOK_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 60_000;
  private static final Duration NEWS = Duration.ofDays(7);

  private static final String FIND = "SELECT sequence FROM audit_cursor";

  private static final String KEEP =
      "INSERT INTO audit_cursor (sequence) VALUES ($1) ON CONFLICT (single) DO UPDATE"
          + " SET sequence = greatest(audit_cursor.sequence, excluded.sequence)";

  private final Database database;
  private final EventBus bus;
  private final BiFunction<RecordAudit, Instant, Future<?>> tell;
  private final Clock clock;
  private boolean looking;

  /**
   * @param tell deals with an action that has its tenant and actor, and says when it was
   */
  public AuditCatchUp(
      Database database,
      EventBus bus,
      BiFunction<RecordAudit, Instant, Future<?>> tell,
      Clock clock) {
    this.database = database;
    this.bus = bus;
    this.tell = tell;
    this.clock = clock;
  }

  /** Reads for as long as the service is open. */
  void follow(ServiceScope scope) {
    long timer = scope.vertx().setPeriodic(FIRST_LOOK_MILLIS, LOOK_MILLIS, time -> look());
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          return Future.succeededFuture();
        });
  }

  /** Reads on; never fails, and what did not work is done again at the next look. */
  public Future<Void> look() {
    if (looking) {
      return Future.succeededFuture();
    }
    looking = true;
    return database
        .writer()
        .query(FIND)
        .execute()
        .compose(
            rows -> rows.size() == 0 ? begin() : from(rows.iterator().next().getLong("sequence")))
        .recover(
            cause -> {
              LOG.debug("The audit log is read on later: {}", cause.getMessage());
              return Future.succeededFuture();
            })
        .eventually(
            () -> {
              looking = false;
              return Future.succeededFuture();
            });
  }

  private Future<Void> begin() {
    return page(1, null)
        .compose(page -> keep(page.entries().isEmpty() ? 0 : page.entries().get(0).sequence()));
  }

  private Future<Void> from(long known) {
    return newer(known, null, new ArrayList<>())
        .compose(
            found -> {
              Collections.reverse(found);
              Future<?> told = Future.succeededFuture();
              for (AuditEntry entry : found) {
                told =
                    told.compose(before -> tell.apply(action(entry), entry.at()))
                        .compose(done -> keep(entry.sequence()));
              }
              return told.mapEmpty();
            });
  }

  /** Newest first, back to what is known. */
  private Future<List<AuditEntry>> newer(long known, Long before, List<AuditEntry> found) {
    Instant oldest = clock.instant().minus(NEWS);
    return page(ListAudit.MOST, before)
        .compose(
            page -> {
              for (AuditEntry entry : page.entries()) {
                if (entry.sequence() <= known || entry.at().isBefore(oldest)) {
                  return Future.succeededFuture(found);
                }
                found.add(entry);
              }
              return page.next() == null
                  ? Future.succeededFuture(found)
                  : newer(known, page.next(), found);
            });
  }

  private Future<AuditPage> page(int limit, Long before) {
    return AuditMessages.LIST.ask(
        bus,
        new ListAudit(limit, before, null, null, null, null, null, null, null, null),
        CallContext.system(CallContext.LOCAL_TENANT));
  }

  private Future<Void> keep(long sequence) {
    return database.writer().preparedQuery(KEEP).execute(Tuple.of(sequence)).mapEmpty();
  }

  private static RecordAudit action(AuditEntry entry) {
    return new RecordAudit(
        entry.id(),
        entry.action(),
        entry.outcome(),
        entry.tenant(),
        entry.actor(),
        entry.target(),
        entry.address(),
        entry.details());
  }
}
