package io.moneyprinter.notification.notice;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeRaised;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RaiseNotice;
import io.moneyprinter.notification.Rounds;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The components of notices, wired together. Holds no logic. */
public final class Notices {
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final ServiceScope scope;
  private final Database database;
  private final IncidentStore incidents;
  private final PreferenceStore preferences;
  private final Receivers receivers;
  private final NoticeStore store;
  private final OfflineStore offline;
  private final LiveNotices live;
  private final Clock clock;
  private Rounds rounds;

  public Notices(
      ServiceScope scope,
      Database database,
      IncidentStore incidents,
      PreferenceStore preferences,
      Receivers receivers,
      NoticeRows rows,
      Counter failures,
      Clock clock) {
    this.scope = scope;
    this.database = database;
    this.incidents = incidents;
    this.preferences = preferences;
    this.receivers = receivers;
    this.clock = clock;
    store = new NoticeStore(database, rows);
    offline = new OfflineStore(scope.node().redis().api(), failures);
    live = new LiveNotices(scope.bus(), store, offline);
  }

  /** There may be something to tell. */
  public void wake() {
    if (rounds != null) {
      rounds.wake();
    }
  }

  /**
   * Begins to tell.
   *
   * @param outlets all ways out of the house
   * @param ended hears of the audit log which sessions are ended
   */
  public void serve(List<Outlet> outlets, Function<RecordAudit, Future<?>> ended) {
    List<NoticeChannel> available =
        Stream.concat(
                Stream.of(NoticeChannel.LIVE),
                outlets.stream().flatMap(outlet -> outlet.channel().stream()))
            .toList();
    Announcer announcer =
        new Announcer(
            database,
            incidents,
            new Enrichment(scope.bus()),
            receivers,
            preferences,
            store,
            outlets,
            live,
            clock);
    rounds = new Rounds(scope.vertx(), "tell people what happened", PERIOD, announcer::announce);
    NoticeDesk desk = new NoticeDesk(store, offline, preferences, live);
    scope.serve(NotificationMessages.RAISE, this::raise);
    scope.serve(NotificationMessages.LIST, desk::list);
    scope.serve(NotificationMessages.MARK, desk::mark);
    scope.serve(NotificationMessages.DELETE, desk::delete);
    scope.serve(NotificationMessages.MISSED, desk::missed);
    scope.serve(NotificationMessages.SHOWN, desk::shown);
    PreferenceDesk choices = new PreferenceDesk(preferences, receivers, available);
    scope.serve(NotificationMessages.PREFERENCES, choices::get);
    scope.serve(NotificationMessages.PUT_PREFERENCES, choices::put);
    SecurityIncidents security = new SecurityIncidents(database, incidents, this::wake);
    AuditEar ear = new AuditEar(security::tell, ended);
    scope.listen(AuditMessages.RECORDED, action -> ear.hear(action, clock.instant()));
    new AuditCatchUp(database, scope.bus(), ear::tell, clock).follow(scope);
    rounds.start();
    scope.onClose(rounds::close);
  }

  private Future<NoticeRaised> raise(RaiseNotice wish) {
    return incidents
        .add(
            new Incident(
                wish.key(),
                CallContext.currentOrSystem().tenant(),
                wish.kind(),
                wish.subject(),
                wish.at(),
                wish.data()))
        .onSuccess(fresh -> wake())
        .map(NoticeRaised::new);
  }
}
