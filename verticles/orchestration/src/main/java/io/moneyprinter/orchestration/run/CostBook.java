package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.orchestration.StepState;
import io.moneyprinter.orchestration.state.CostStore;
import io.moneyprinter.orchestration.state.JobChange;
import io.moneyprinter.orchestration.state.StepCost;
import io.moneyprinter.orchestration.state.StepRow;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows what tasks were measured to take, by all nodes together: learns it from the steps that end
 * here, and reads now and then what others have learnt. Measurements that are lost with a node are
 * no loss. Used on the service's event loop; what is known may be read from any thread.
 */
final class CostBook {
  private static final int MOST_PENDING = 1_000;
  private static final long READ_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

  /** What a step took that was over at once says more about the clock than about the step. */
  private static final double LEAST_SECONDS = 0.001;

  private final Pool pool;
  private final CostStore store;
  private final Map<String, StepCost> known = new ConcurrentHashMap<>();
  private final List<StepCost> pending = new ArrayList<>();
  private long readAt;
  private boolean read;

  CostBook(Pool pool, CostStore store) {
    this.pool = pool;
    this.store = store;
  }

  Optional<StepCost> of(String address) {
    return Optional.ofNullable(known.get(address));
  }

  /** Measures the steps that came to their end by a change. */
  void learn(JobChange change) {
    Set<String> ended = new LinkedHashSet<>();
    for (StepRow row : change.written()) {
      if (row.state() == StepState.DONE && row.effort().seconds() != null) {
        ended.add(row.place().name());
      }
    }
    for (String name : ended) {
      List<StepRow> parts =
          change.steps().stream().filter(row -> row.place().name().equals(name)).toList();
      if (pending.size() < MOST_PENDING && parts.stream().allMatch(CostBook::measured)) {
        pending.add(cost(parts));
      }
    }
  }

  /** What was found again or tried again does not tell what the next one takes. */
  private static boolean measured(StepRow row) {
    return row.state() == StepState.DONE
        && row.effort().seconds() != null
        && row.effort().work() != null
        && row.attempt() == 1;
  }

  private static StepCost cost(List<StepRow> parts) {
    double units = parts.stream().mapToDouble(row -> row.effort().work()).sum();
    double busy = parts.stream().mapToDouble(row -> row.effort().seconds()).sum();
    Instant begin =
        parts.stream()
            .map(StepRow::startedAt)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElseThrow();
    Instant end =
        parts.stream()
            .map(StepRow::finishedAt)
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElseThrow();
    double wall = Duration.between(begin, end).toNanos() / 1e9;
    return new StepCost(
        parts.get(0).place().address(),
        Math.max(LEAST_SECONDS, busy) / units,
        Math.max(LEAST_SECONDS, wall) / units,
        units);
  }

  /** Writes down what was learnt here, and reads what is known. */
  Future<?> pass() {
    if (pending.isEmpty() && read && System.nanoTime() - readAt < READ_AGAIN_NANOS) {
      return Future.succeededFuture();
    }
    List<StepCost> measured = List.copyOf(pending);
    pending.clear();
    return store
        .learn(pool, measured)
        .compose(learnt -> store.all(pool))
        .onSuccess(
            costs -> {
              costs.forEach(cost -> known.put(cost.address(), cost));
              read = true;
              readAt = System.nanoTime();
            });
  }
}
