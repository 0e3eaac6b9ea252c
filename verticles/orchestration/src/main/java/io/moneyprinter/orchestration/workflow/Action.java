package io.moneyprinter.orchestration.workflow;

import io.moneyprinter.codecs.bus.Task;
import io.moneyprinter.codecs.orchestration.Approval;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What a step consists of. */
public sealed interface Action {
  /** What its rows name it by. */
  String address();

  /** The type of its result. */
  Class<? extends Record> replyType();

  /** A service's task, carried out by a node that claims it. */
  record Run(Task<?, ?> task) implements Action {
    public Run {
      Objects.requireNonNull(task, "task");
    }

    @Override
    public String address() {
      return task.address();
    }

    @Override
    public Class<? extends Record> replyType() {
      return task.replyType();
    }
  }

  /**
   * A person's decision.
   *
   * @param timeout how long it is waited for
   * @param silence what happens when nobody decides
   * @param show what there is to decide on
   */
  record Ask(Duration timeout, Silence silence, Optional<Expression> show) implements Action {
    /** Stands where a task's address stands. */
    public static final String ADDRESS = "approval";

    public Ask {
      Objects.requireNonNull(timeout, "timeout");
      Objects.requireNonNull(silence, "silence");
    }

    @Override
    public String address() {
      return ADDRESS;
    }

    @Override
    public Class<? extends Record> replyType() {
      return Approval.class;
    }
  }

  /** What happens when the time for a decision runs out. */
  enum Silence {
    APPROVE,
    REJECT,
    /** The job fails with {@code TIMEOUT}. */
    FAIL
  }
}
