package io.moneyprinter.orchestration.fair;

import io.moneyprinter.codecs.orchestration.Capacity;
import io.moneyprinter.codecs.orchestration.OfferSlots;
import io.moneyprinter.codecs.orchestration.SlotsNoted;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Optional;

/** Knows how many tasks of each queue all nodes together carry out at once. */
public final class SlotOffers {
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /** A node that missed two times may still come; one that missed three is gone. */
  private static final Duration LIFE = AGAIN.multipliedBy(3);

  private static final String NOTE =
      "INSERT INTO slot_offer (queue, node, slots, until, memory_mib, gpus)"
          + " VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 millisecond', $5, $6)"
          + " ON CONFLICT (queue, node) DO UPDATE SET slots = excluded.slots,"
          + " until = excluded.until, memory_mib = excluded.memory_mib, gpus = excluded.gpus";

  private static final String WITHDRAW =
      "DELETE FROM slot_offer WHERE queue = $1 AND node = $2 OR until < clock_timestamp()";

  private final Pool pool;
  private final Runnable changed;

  /**
   * @param changed called when there may be more to hand out
   */
  public SlotOffers(Pool pool, Runnable changed) {
    this.pool = pool;
    this.changed = changed;
  }

  /** Counts on a node's slots for a while, or no more. */
  public Future<SlotsNoted> note(OfferSlots offer) {
    Optional<Capacity> capacity = Optional.ofNullable(offer.capacity());
    Future<?> noted =
        offer.slots() > 0
            ? pool.preparedQuery(NOTE)
                .execute(
                    Tuple.of(
                        offer.queue(),
                        offer.node(),
                        offer.slots(),
                        LIFE.toMillis(),
                        capacity.map(Capacity::memory).orElse(null),
                        capacity.map(Capacity::gpus).orElse(null)))
            : pool.preparedQuery(WITHDRAW).execute(Tuple.of(offer.queue(), offer.node()));
    return noted
        .onSuccess(done -> changed.run())
        .map(new SlotsNoted((int) Math.max(1, AGAIN.toSeconds())));
  }
}
