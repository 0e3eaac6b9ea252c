package io.moneyprinter.codecs.queue;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;

/** What every node answers about the task queue. */
public final class QueueMessages {
  /** The oldest dead letters first. */
  public static final Endpoint<ListDeadLetters, DeadLetterList> LIST_DEAD_LETTERS =
      new Endpoint<>("queue.listDeadLetters", ListDeadLetters.class, DeadLetterList.class);

  /** Puts the tickets back into their queues, with no bad delivery held against them. */
  public static final Endpoint<ReplayDeadLetters, DeadLetterCount> REPLAY_DEAD_LETTERS =
      new Endpoint<>("queue.replayDeadLetters", ReplayDeadLetters.class, DeadLetterCount.class);

  /** Throws the tickets away. */
  public static final Endpoint<DropDeadLetters, DeadLetterCount> DROP_DEAD_LETTERS =
      new Endpoint<>("queue.dropDeadLetters", DropDeadLetters.class, DeadLetterCount.class);

  private QueueMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("queue.DeadLetterList.v1", DeadLetterList.class);
    types.add("queue.DeadLetterCount.v1", DeadLetterCount.class);
    types.add(LIST_DEAD_LETTERS, "queue.ListDeadLetters.v1");
    types.add(REPLAY_DEAD_LETTERS, "queue.ReplayDeadLetters.v1");
    types.add(DROP_DEAD_LETTERS, "queue.DropDeadLetters.v1");
  }
}
