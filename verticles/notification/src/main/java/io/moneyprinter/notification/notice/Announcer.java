package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what happened into notices and into what is to be sent: in one transaction for each
 * incident, so that nobody is told twice and nobody is forgotten, whichever node dies when.
 */
public final class Announcer {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final int AT_ONCE = 20;

  private final Database database;
  private final IncidentStore incidents;
  private final Enrichment enrichment;
  private final Receivers receivers;
  private final PreferenceStore preferences;
  private final NoticeStore notices;
  private final List<Outlet> outlets;
  private final LiveNotices live;
  private final Clock clock;

  /** A person with what they chose. */
  private record Addressee(Receiver receiver, NoticePreferences preferences) {}

  /** A new line in somebody's list. */
  private record Line(Notice notice, boolean atOnce) {}

  Announcer(
      Database database,
      IncidentStore incidents,
      Enrichment enrichment,
      Receivers receivers,
      PreferenceStore preferences,
      NoticeStore notices,
      List<Outlet> outlets,
      LiveNotices live,
      Clock clock) {
    this.database = database;
    this.incidents = incidents;
    this.enrichment = enrichment;
    this.receivers = receivers;
    this.preferences = preferences;
    this.notices = notices;
    this.outlets = List.copyOf(outlets);
    this.live = live;
    this.clock = clock;
  }

  /** Tells some of what is due; whether there may be more. */
  public Future<Boolean> announce() {
    return incidents
        .claim(AT_ONCE)
        .compose(
            claimed ->
                Future.join(claimed.stream().map(this::tell).toList())
                    .transform(told -> Future.succeededFuture(claimed.size() == AT_ONCE)));
  }

  private Future<?> tell(IncidentStore.Claimed claimed) {
    return enrichment
        .of(claimed.incident())
        .compose(
            found ->
                found.isEmpty()
                    ? incidents.done(claimed.incident().key()).<Void>mapEmpty()
                    : spread(claimed.incident().key(), found.get()))
        .recover(
            cause -> {
              LOG.info("{} is told later: {}", claimed.incident().key(), cause.getMessage());
              return incidents.later(claimed, cause).mapEmpty();
            });
  }

  private Future<Void> spread(String claimedKey, Incident incident) {
    return receivers
        .of(incident)
        .compose(this::addressees)
        .compose(
            people ->
                database
                    .writer()
                    .withTransaction(transaction -> keep(transaction, incident, people))
                    .compose(lines -> incidents.done(claimedKey).map(lines)))
        .onSuccess(
            lines -> {
              outlets.forEach(Outlet::wake);
              lines.forEach(line -> live.tell(line.notice(), line.atOnce()));
            })
        .mapEmpty();
  }

  private Future<List<Addressee>> addressees(List<Receiver> people) {
    List<Future<Addressee>> found =
        people.stream()
            .map(
                person ->
                    preferences
                        .of(person.tenant(), person.subject())
                        .map(chosen -> new Addressee(person, chosen)))
            .toList();
    return Future.all(found).map(all -> all.list());
  }

  private Future<List<Line>> keep(
      SqlClient transaction, Incident incident, List<Addressee> people) {
    List<Line> lines = new ArrayList<>();
    Future<?> done = Future.succeededFuture();
    for (Outlet outlet : outlets) {
      done = done.compose(next -> outlet.take(transaction, incident));
    }
    for (Addressee person : people) {
      done = done.compose(next -> keep(transaction, incident, person, lines));
    }
    return done.map(lines);
  }

  private Future<?> keep(
      SqlClient transaction, Incident incident, Addressee person, List<Line> lines) {
    return notices
        .insert(transaction, incident, person.receiver(), person.preferences().language())
        .compose(
            fresh ->
                fresh.isEmpty()
                    ? Future.succeededFuture()
                    : send(transaction, fresh.get(), person, lines));
  }

  private Future<?> send(SqlClient transaction, Notice notice, Addressee person, List<Line> lines) {
    Timing timing = new Timing(person.preferences(), clock.instant());
    lines.add(
        new Line(
            notice,
            timing.wanted(notice.kind(), NoticeChannel.LIVE) && !timing.quiet(notice.kind())));
    Future<?> done = Future.succeededFuture();
    for (Outlet outlet : outlets) {
      Optional<NoticeChannel> channel =
          outlet.channel().filter(way -> timing.wanted(notice.kind(), way));
      if (channel.isPresent()) {
        Outlet.Dispatch dispatch =
            new Outlet.Dispatch(
                notice,
                person.receiver(),
                timing.due(notice.kind(), channel.get()),
                timing.digested(notice.kind(), channel.get()));
        done = done.compose(next -> outlet.take(transaction, dispatch));
      }
    }
    return done;
  }
}
