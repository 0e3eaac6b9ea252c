package io.moneyprinter.notification.mail;

import io.moneyprinter.codecs.notification.Notice;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.notification.Rounds;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices by e-mail: one node at a time, each once. A mail server that is away, or that does
 * not let us in, is tried again; a recipient that it refuses is not. Of one event loop.
 */
public final class LetterOutlet implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(LetterOutlet.class);
  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final int MOST_ATTEMPTS = 10;

  private final Dispatches dispatches;
  private final Receivers receivers;
  private final PreferenceStore preferences;
  private final LetterWriter writer;
  private final MailCarrier carrier;
  private final Duration firstPause;
  private final Rounds rounds;

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
    this.preferences = preferences;
    this.writer = writer;
    this.carrier = carrier;
    this.firstPause = firstPause;
    this.rounds = new Rounds(vertx, "send e-mails", PERIOD, this::sendNext);
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

  private Future<Boolean> sendNext() {
    return dispatches
        .claim()
        .compose(
            claimed ->
                claimed.isEmpty() ? Future.succeededFuture(false) : send(claimed.get(0)).map(true));
  }

  private Future<?> send(Dispatches.Parcel parcel) {
    return receivers
        .person(parcel.tenant(), parcel.subject())
        .compose(
            person -> {
              Optional<String> address = person.flatMap(Receiver::email);
              return address.isEmpty()
                  ? dispatches.needless(parcel, "No address is known").<Void>mapEmpty()
                  : send(parcel, address.get());
            })
        .recover(cause -> failed(parcel, cause).mapEmpty());
  }

  private Future<Void> send(Dispatches.Parcel parcel, String address) {
    return preferences
        .of(parcel.tenant(), parcel.subject())
        .compose(
            chosen ->
                dispatches
                    .unread(parcel, chosen.language())
                    .compose(notices -> send(parcel, address, notices, chosen.language())));
  }

  private Future<Void> send(
      Dispatches.Parcel parcel, String address, List<Notice> notices, String language) {
    return notices.isEmpty()
        ? dispatches.needless(parcel, "Read before").mapEmpty()
        : carrier
            .carry(writer.write(address, notices, parcel.digest(), language))
            .compose(carried -> dispatches.sent(parcel))
            .mapEmpty();
  }

  private Future<?> failed(Dispatches.Parcel parcel, Throwable cause) {
    String why = String.valueOf(cause.getMessage()).replace("\0", "");
    if (cause instanceof RecipientRefused || parcel.attempts() >= MOST_ATTEMPTS) {
      LOG.warn("An e-mail to {} is given up: {}", parcel.subject(), why);
      return dispatches.givenUp(parcel, why);
    }
    LOG.info("An e-mail to {} is sent later: {}", parcel.subject(), why);
    return dispatches.later(parcel, firstPause.multipliedBy(1L << (parcel.attempts() - 1)), why);
  }

  public Future<Void> close() {
    return rounds.close();
  }
}
