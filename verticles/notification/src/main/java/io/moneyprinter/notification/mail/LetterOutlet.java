package io.moneyprinter.notification.mail;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.notification.notice.DispatchRounds;
import io.moneyprinter.notification.notice.DispatchRounds.Outcome;
import io.moneyprinter.notification.notice.Dispatches;
import io.moneyprinter.notification.notice.Outlet;
import io.moneyprinter.notification.notice.PreferenceStore;
import io.moneyprinter.notification.notice.Receiver;
import io.moneyprinter.notification.notice.Receivers;
import io.moneyprinter.platform.mail.MailCarrier;
import io.moneyprinter.platform.mail.RecipientRefused;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Sends notices by e-mail. A mail server that is away, or that does not let us in, is tried again;
 * a recipient that it refuses is not. Of one event loop.
 */
public final class LetterOutlet implements Outlet, DispatchRounds.Carrier<String> {
  private final Dispatches dispatches;
  private final Receivers receivers;
  private final LetterWriter writer;
  private final MailCarrier carrier;
  private final DispatchRounds<String> rounds;

  /**
   * @param firstPause until a letter that could not be sent is tried again; then twice as long
   */
  public LetterOutlet(
      Vertx vertx,
      Dispatches dispatches,
      Receivers receivers,
      PreferenceStore preferences,
      LetterWriter writer,
      MailCarrier carrier,
      Duration firstPause) {
    this.dispatches = dispatches;
    this.receivers = receivers;
    this.writer = writer;
    this.carrier = carrier;
    this.rounds = new DispatchRounds<>(vertx, dispatches, preferences, this, firstPause);
  }

  public void start() {
    rounds.start();
  }

  @Override
  public Optional<NoticeChannel> channel() {
    return Optional.of(NoticeChannel.EMAIL);
  }

  @Override
  public Future<?> take(SqlClient transaction, Dispatch dispatch) {
    return dispatch.receiver().email().isPresent()
        ? dispatches.put(transaction, dispatch, "")
        : Future.succeededFuture();
  }

  @Override
  public void wake() {
    rounds.wake();
  }

  @Override
  public String name() {
    return "an e-mail";
  }

  @Override
  public Future<Optional<String>> target(Dispatches.Parcel parcel) {
    return receivers
        .person(parcel.tenant(), parcel.subject())
        .map(person -> person.flatMap(Receiver::email));
  }

  @Override
  public String withoutTarget() {
    return "No address is known";
  }

  @Override
  public Future<Outcome> carry(
      String address, Dispatches.Parcel parcel, List<Notice> notices, String language) {
    return carrier
        .carry(writer.write(address, notices, parcel.digest(), language))
        .<Outcome>map(carried -> new Outcome.Sent())
        .recover(
            cause ->
                cause instanceof RecipientRefused
                    ? Future.succeededFuture(new Outcome.Refused(DispatchRounds.reason(cause)))
                    : Future.failedFuture(cause));
  }

  public Future<Void> close() {
    return rounds.close();
  }
}
