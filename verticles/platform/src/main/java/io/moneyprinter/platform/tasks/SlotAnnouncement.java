package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.SlotsNoted;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the orchestration told how many tasks of a queue this node carries out at once. */
final class SlotAnnouncement {
  private static final Logger LOG = LoggerFactory.getLogger(SlotAnnouncement.class);

  /** The orchestration may start after the workers do. */
  private static final long TRY_AGAIN_MILLIS = 1_000;

  /** Without being taken back an offer lapses by itself, so stopping need not wait for long. */
  private static final long TAKE_BACK_SECONDS = 2;

  private final Vertx vertx;
  private final OfferSlots offer;
  private long timer = -1;
  private boolean stopped;

  SlotAnnouncement(Vertx vertx, String node, String queue, Capacity capacity) {
    this.vertx = vertx;
    this.offer = new OfferSlots(node, queue, capacity.slots(), capacity);
  }

  synchronized void start() {
    if (!stopped) {
      tell(offer)
          .onComplete(
              told ->
                  again(
                      told.succeeded()
                          ? TimeUnit.SECONDS.toMillis(Math.max(1, told.result().againSeconds()))
                          : TRY_AGAIN_MILLIS));
    }
  }

  private synchronized void again(long pause) {
    if (!stopped) {
      timer = vertx.setTimer(pause, tick -> start());
    }
  }

  private Future<SlotsNoted> tell(OfferSlots what) {
    return OrchestrationMessages.OFFER_SLOTS
        .ask(vertx.eventBus(), what)
        .onFailure(
            cause ->
                LOG.debug("The slots of {} are not known yet: {}", what.queue(), cause.toString()));
  }

  /** Takes the offer back; done when that is known, or nobody is there to know it. */
  Future<Void> stop() {
    synchronized (this) {
      stopped = true;
      vertx.cancelTimer(timer);
    }
    return tell(new OfferSlots(offer.node(), offer.queue(), 0))
        .timeout(TAKE_BACK_SECONDS, TimeUnit.SECONDS)
        .transform(told -> Future.succeededFuture());
  }
}
