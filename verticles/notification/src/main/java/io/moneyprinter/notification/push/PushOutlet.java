package io.moneyprinter.notification.push;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.notification.Rounds;
import io.moneyprinter.notification.notice.Dispatches;
import io.moneyprinter.notification.notice.Outlet;
import io.moneyprinter.notification.notice.PreferenceStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices to the browsers of people: one node at a time, each once. A push service that is
 * away or busy is tried again; a browser that it does not know any more is forgotten. Of one event
 * loop.
 */
final class PushOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(PushOutlet.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 10;

  private final PushStore store;
  private final Dispatches dispatches;
  private final PreferenceStore preferences;
  private final PushClient client;
  private final Duration firstPause;
  private final Rounds rounds;

  /**
   * @param firstPause until what was not taken is tried again; then twice as long
   */
  PushOutlet(
      Vertx vertx,
      PushStore store,
      Dispatches dispatches,
      PreferenceStore preferences,
      PushClient client,
      Duration firstPause) {
    this.store = store;
    this.dispatches = dispatches;
    this.preferences = preferences;
    this.client = client;
    this.firstPause = firstPause;
    this.rounds = new Rounds(vertx, "send pushes", PERIOD, this::sendNext);
  }

  void start() {
    rounds.start();
  }

  @Override
  public Optional<NoticeChannel> channel() {
    return Optional.of(NoticeChannel.PUSH);
  }

  @Override
  public Future<?> take(SqlClient transaction, Dispatch dispatch) {
    return store
        .list(transaction, dispatch.receiver().tenant(), dispatch.receiver().subject())
        .compose(
            browsers -> {
              Future<?> done = Future.succeededFuture();
              for (PushRow browser : browsers) {
                done =
                    done.compose(
                        next -> dispatches.put(transaction, dispatch, browser.id().toString()));
              }
              return done;
            });
  }

  @Override
  public void wake() {
    rounds.wake();
  }

  private Future<Boolean> sendNext() {
    return dispatches
        .claim()
        .compose(
            claimed ->
                claimed.isEmpty() ? Future.succeededFuture(false) : send(claimed.get(0)).map(true));
  }

  private Future<?> send(Dispatches.Parcel parcel) {
    return store
        .get(parcel.tenant(), parcel.subject(), UUID.fromString(parcel.target()))
        .compose(
            browser ->
                browser.isEmpty()
                    ? dispatches.needless(parcel, "The browser was taken away").<Void>mapEmpty()
                    : send(parcel, browser.get()))
        .recover(cause -> failed(parcel, cause).mapEmpty());
  }

  private Future<Void> send(Dispatches.Parcel parcel, PushRow browser) {
    return preferences
        .of(parcel.tenant(), parcel.subject())
        .compose(
            chosen ->
                dispatches
                    .unread(parcel, chosen.language())
                    .compose(notices -> send(parcel, browser, notices, chosen.language())));
  }

  private Future<Void> send(
      Dispatches.Parcel parcel, PushRow browser, List<Notice> notices, String language) {
    return notices.isEmpty()
        ? dispatches.needless(parcel, "Read before").mapEmpty()
        : client
            .send(browser, PushMessage.of(notices.get(0), language))
            .compose(answer -> settle(parcel, browser, answer))
            .mapEmpty();
  }

  private Future<?> settle(Dispatches.Parcel parcel, PushRow browser, PushClient.Answer answer) {
    String said = "The push service answered " + answer.status();
    if (answer.taken()) {
      return dispatches.sent(parcel).compose(sent -> store.sent(browser.id()));
    }
    if (answer.gone()) {
      LOG.info("A browser of {} is no more: {}", browser.subject(), said);
      return store
          .delete(browser.tenant(), browser.subject(), browser.id())
          .compose(gone -> dispatches.needless(parcel, said));
    }
    if (!answer.passing()) {
      return givenUp(parcel, said);
    }
    return later(parcel, said, answer.asked().orElse(Duration.ZERO));
  }

  private Future<?> failed(Dispatches.Parcel parcel, Throwable cause) {
    String why = String.valueOf(cause.getMessage()).replace("\0", "");
    boolean refused =
        cause instanceof ServiceFailure failure && failure.code() == FailureCode.INVALID;
    return refused ? givenUp(parcel, why) : later(parcel, why, Duration.ZERO);
  }

  private Future<?> givenUp(Dispatches.Parcel parcel, String why) {
    LOG.warn("A push to {} is given up: {}", parcel.subject(), why);
    return dispatches.givenUp(parcel, why);
  }

  private Future<?> later(Dispatches.Parcel parcel, String why, Duration asked) {
    if (parcel.attempts() >= MOST_ATTEMPTS) {
      return givenUp(parcel, why);
    }
    LOG.info("A push to {} is sent later: {}", parcel.subject(), why);
    Duration pause = firstPause.multipliedBy(1L << (parcel.attempts() - 1));
    return dispatches.later(parcel, asked.compareTo(pause) > 0 ? asked : pause, why);
  }

  Future<Void> close() {
    return rounds.close().onComplete(done -> client.close());
  }
}
