package io.moneyprinter.platform.departures;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.ListDepartures;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a service forget whose account is no more, also those who left while it was away: the users
 * service keeps the list, and this service how far it has got, in its table {@code
 * departure_cursor}. Read at the start, every minute, and when somebody leaves. Everybody is
 * forgotten again until {@link #SETTLED} after they left, and after this node began, for what was
 * under way in their name, or waited for this service, may arrive yet; and until it worked. Nodes
 * do this side by side, so that forgetting has to be harmless when done twice. To be used on the
 * service's event loop.
 */
public final class DepartureLog {
  /** Longer than what a caller waits for, than an order is read, or a file sent. */
  static final Duration SETTLED = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(DepartureLog.class);
  private static final long FIRST_LOOK_MILLIS = 1_000;
  private static final long LOOK_MILLIS = 60_000;
  private static final int PAGE = 100;

  private static final String FIND = "SELECT number FROM departure_cursor";

  private static final String KEEP =
      "INSERT INTO departure_cursor (number) VALUES ($1) ON CONFLICT (single) DO UPDATE"
          + " SET number = greatest(departure_cursor.number, excluded.number)";

  private final EventBus bus;
  private final Database database;
  private final Function<Departure, Future<?>> forget;
  private final InstantSource clock;
  private final Instant begun;
  private boolean looking;
  private boolean again;

  DepartureLog(
      EventBus bus, Database database, Function<Departure, Future<?>> forget, InstantSource clock) {
    this.bus = bus;
    this.database = database;
    this.forget = forget;
    this.clock = clock;
    this.begun = clock.instant();
  }

  /**
   * Follows the list for as long as the service is open.
   *
   * @param forget removes what the service has of somebody; harmless when done twice
   */
  public static void follow(
      ServiceScope scope, Database database, Function<Departure, Future<?>> forget) {
    DepartureLog log = new DepartureLog(scope.bus(), database, forget, InstantSource.system());
    scope.listen(AccountMessages.ACCOUNT_DELETED, told -> log.look());
    long timer = scope.vertx().setPeriodic(FIRST_LOOK_MILLIS, LOOK_MILLIS, time -> log.look());
    scope.onClose(
        () -> {
          scope.vertx().cancelTimer(timer);
          return Future.succeededFuture();
        });
  }

  /** Goes through the list; never fails, and what did not work is done again at the next look. */
  Future<Void> look() {
    if (looking) {
      again = true;
      return Future.succeededFuture();
    }
    looking = true;
    again = false;
    return database
        .writer()
        .query(FIND)
        .execute()
        .compose(
            rows -> from(rows.size() == 0 ? 0 : rows.iterator().next().getLong("number"), true))
        .recover(
            cause -> {
              LOG.debug("Who left is looked through later: {}", cause.getMessage());
              return Future.succeededFuture();
            })
        .eventually(
            () -> {
              looking = false;
              return again ? look() : Future.succeededFuture();
            });
  }

  /**
   * @param unbroken whether everybody before is forgotten for good
   */
  private Future<Void> from(long after, boolean unbroken) {
    return AccountMessages.DEPARTURES
        .ask(bus, new ListDepartures(after, PAGE), CallContext.system(CallContext.LOCAL_TENANT))
        .compose(
            list -> {
              List<Departure> found = list.departures();
              Future<Boolean> all = Future.succeededFuture(unbroken);
              for (Departure departure : found) {
                all = all.compose(before -> one(departure, before));
              }
              return all.compose(
                  before ->
                      found.size() < PAGE
                          ? Future.succeededFuture()
                          : from(found.get(found.size() - 1).number(), before));
            });
  }

  private Future<Boolean> one(Departure departure, boolean unbroken) {
    Instant from = departure.at().isAfter(begun) ? departure.at() : begun;
    boolean last = unbroken && clock.instant().isAfter(from.plus(SETTLED));
    return forget
        .apply(departure)
        .compose(
            gone ->
                last
                    ? database.writer().preparedQuery(KEEP).execute(Tuple.of(departure.number()))
                    : Future.succeededFuture())
        .map(last)
        .recover(
            cause -> {
              LOG.warn("What is here of a deleted account is still there", cause);
              return Future.succeededFuture(false);
            });
  }
}
