package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.queue.DeadLetter;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** The tickets that a queue gave up, until somebody replays or drops them. */
public interface DeadLetters {
  /** The oldest first, at most {@code limit}. */
  Future<List<DeadLetter>> list(int limit);

  /**
   * Puts tickets back into their queues as if they were new.
   *
   * @return how many of the ids were found
   */
  Future<Integer> replay(Set<String> ids);

  /**
   * Throws tickets away.
   *
   * @return how many of the ids were found
   */
  Future<Integer> drop(Set<String> ids);
}
