package io.moneyprinter.users.mail;

import io.moneyprinter.platform.mail.MailCarrier;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Empties the outbox: at once when told, and every now and then. Of one event loop. */
public final class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration PERIOD = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final MailOutbox outbox;
  private final MailCarrier carrier;
  private long timer;
  private boolean sending;
  private boolean again;
  private boolean closed;

  public MailSender(Vertx vertx, MailOutbox outbox, MailCarrier carrier) {
    this.vertx = vertx;
    this.outbox = outbox;
    this.carrier = carrier;
  }

  public void start() {
    timer = vertx.setPeriodic(PERIOD.toMillis(), tick -> wake());
    wake();
  }

  /** Looks now; a call while it is at work makes it look once more. */
  public void wake() {
    if (closed) {
      return;
    }
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    outbox
        .sendNext(carrier)
        .onComplete(
            sent -> {
              sending = false;
              if (sent.failed()) {
                LOG.warn("Letters could not be looked for", sent.cause());
              } else if (sent.result() || again) {
                again = false;
                wake();
              }
            });
  }

  public Future<Void> close() {
    closed = true;
    vertx.cancelTimer(timer);
    return Future.succeededFuture();
  }
}
