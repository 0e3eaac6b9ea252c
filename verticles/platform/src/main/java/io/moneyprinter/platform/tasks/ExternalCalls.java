package io.moneyprinter.platform.tasks;

import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Calls to providers that cost something. An answer is kept under job, step and input before it is
 * handed on, so that a step done again after a crash does not pay again.
 */
public interface ExternalCalls {
  /**
   * The kept answer to an equal call of this step, or else the one that {@code ask} brings, kept
   * first. Fails as {@code ask} does, and when the answer cannot be kept; with {@code QUOTA},
   * without asking, when the call would cross a cap on what is spent ({@link CostCaps#refused}
   * tells it from a provider's own): pass that on; with {@code CANCELLED} when the step is not this
   * node's any more. Equal calls at the same time are one call.
   *
   * <p>An answer of more than 1 MiB as JSON is paid for but not kept, and {@code
   * MALFORMED_MESSAGE}. One that is of no use should fail in {@code ask}: whatever it brings is
   * what later tries of the step get.
   *
   * @param provider whom is paid, such as {@code openai}
   * @param input everything that decides the answer; calls with equal inputs are equal calls
   * @param type of the answer; it is kept as JSON, so large things belong into files
   */
  <T extends Record> Future<T> once(
      String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask);

  /**
   * What a provider answered, and what it has to be paid for.
   *
   * @param costs empty for what is free
   */
  record Answer<T extends Record>(T value, List<Cost> costs) {
    public Answer {
      Objects.requireNonNull(value, "value");
      costs = List.copyOf(costs);
    }
  }

  /** For work that belongs to no job: every call is made. */
  static ExternalCalls unkept() {
    return new ExternalCalls() {
      @Override
      public <T extends Record> Future<T> once(
          String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
        return ask.get().map(Answer::value);
      }
    };
  }
}
