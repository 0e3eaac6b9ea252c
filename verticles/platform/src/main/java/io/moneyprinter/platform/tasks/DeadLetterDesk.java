package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.queue.DeadLetterCount;
import io.moneyprinter.codecs.queue.DeadLetterList;
import io.moneyprinter.codecs.queue.QueueMessages;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.HashSet;

/** Answers for the dead letters of the installation's queue; any node may. */
public final class DeadLetterDesk {
  private final DeadLetters deadLetters;

  public DeadLetterDesk(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /** Done when the addresses can be asked. They are served until Vert.x closes. */
  public Future<?> serve(EventBus bus) {
    return Future.all(
        QueueMessages.LIST_DEAD_LETTERS
            .serve(bus, wish -> deadLetters.list(wish.limit()).map(DeadLetterList::new))
            .completion(),
        QueueMessages.REPLAY_DEAD_LETTERS
            .serve(
                bus,
                wish -> deadLetters.replay(new HashSet<>(wish.ids())).map(DeadLetterCount::new))
            .completion(),
        QueueMessages.DROP_DEAD_LETTERS
            .serve(
                bus, wish -> deadLetters.drop(new HashSet<>(wish.ids())).map(DeadLetterCount::new))
            .completion());
  }
}
