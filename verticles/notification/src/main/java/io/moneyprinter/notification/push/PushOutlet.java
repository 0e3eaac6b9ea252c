package io.moneyprinter.notification.push;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.notification.notice.DispatchRounds;
import io.moneyprinter.notification.notice.DispatchRounds.Outcome;
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
 * Sends notices to the browsers of people. A push service that is away or busy is tried again; a
 * browser that it does not know any more is forgotten. Of one event loop.
 */
final class PushOutlet implements Outlet, DispatchRounds.Carrier<PushRow> {
  private static final Logger LOG = LoggerFactory.getLogger(PushOutlet.class);

  private final PushStore store;
  private final Dispatches dispatches;
  private final PushClient client;
  private final DispatchRounds<PushRow> rounds;

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
    this.client = client;
    this.rounds = new DispatchRounds<>(vertx, dispatches, preferences, this, firstPause);
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

  @Override
  public String name() {
    return "a push";
  }

  @Override
  public Future<Optional<PushRow>> target(Dispatches.Parcel parcel) {
    return store.get(parcel.tenant(), parcel.subject(), UUID.fromString(parcel.target()));
  }

  @Override
  public String withoutTarget() {
    return "The browser was taken away";
  }

  @Override
  public Future<Outcome> carry(
      PushRow browser, Dispatches.Parcel parcel, List<Notice> notices, String language) {
    return client
        .send(browser, PushMessage.of(notices.get(0), language))
        .compose(answer -> outcome(browser, answer))
        .recover(PushOutlet::failed);
  }

  private Future<Outcome> outcome(PushRow browser, PushClient.Answer answer) {
    String said = "The push service answered " + answer.status();
    if (answer.taken()) {
      return store.sent(browser.id()).map(sent -> new Outcome.Sent());
    }
    if (answer.gone()) {
      LOG.info("A browser of {} is no more: {}", browser.subject(), said);
      return store
          .delete(browser.tenant(), browser.subject(), browser.id())
          .map(gone -> new Outcome.Needless(said));
    }
    return Future.succeededFuture(
        answer.passing()
            ? new Outcome.Later(said, answer.asked().orElse(Duration.ZERO))
            : new Outcome.Refused(said));
  }

  private static Future<Outcome> failed(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.INVALID
        ? Future.succeededFuture(new Outcome.Refused(DispatchRounds.reason(cause)))
        : Future.failedFuture(cause);
  }

  Future<Void> close() {
    return rounds.close().onComplete(done -> client.close());
  }
}
