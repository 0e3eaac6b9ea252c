package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.bus.Cancellation;
import java.util.Optional;

/** What a task may know of its own running. Safe to use from any thread. */
public interface TaskContext extends Cancellation {
  /**
   * Reports how far the work is; cheap, may be called often.
   *
   * @param fraction 0 to 1
   */
  void progress(double fraction);

  /** Whether nobody wants the result any more. */
  boolean cancelled();

  /**
   * Says that this node cannot do the work, but another one can: the failure that follows counts as
   * no try, and the step goes on to whoever takes it next. Without a queue it changes nothing.
   */
  default void leaveToAnother() {}

  /** The job that the work belongs to; empty for work that belongs to none. */
  default Optional<String> job() {
    return Optional.empty();
  }

  /** The way to providers that cost something: what was paid for once is not paid for again. */
  default ExternalCalls calls() {
    return ExternalCalls.unkept();
  }
}
