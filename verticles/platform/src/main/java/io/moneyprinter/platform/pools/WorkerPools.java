package io.moneyprinter.platform.pools;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Named threads for work that blocks, so that no event loop ever does. */
public final class WorkerPools {
  private final Map<Pool, WorkerExecutor> executors = new EnumMap<>(Pool.class);
  private final Map<Pool, Integer> sizes = new EnumMap<>(Pool.class);

  /**
   * @param cores processors this node may use; each pool is sized from it
   */
  public WorkerPools(Vertx vertx, int cores) {
    for (Pool pool : Pool.values()) {
      int threads = pool == Pool.ENCODE ? cores * 2 + 2 : Math.max(2, cores);
      sizes.put(pool, threads);
      executors.put(
          pool, vertx.createSharedWorkerExecutor(pool.threadName(), threads, 1, TimeUnit.HOURS));
    }
  }

  /**
   * Runs blocking work, at the same time as other such work; what finds no thread free waits.
   *
   * @return completes on the caller's context; fails with what the work throws
   */
  public <T> Future<T> run(Pool pool, Callable<T> work) {
    return executors.get(pool).executeBlocking(work, false);
  }

  /** How many threads a pool has at most. */
  public int size(Pool pool) {
    return sizes.get(pool);
  }

  /** Takes no more work. */
  public Future<Void> close() {
    return Future.join(executors.values().stream().map(WorkerExecutor::close).toList()).mapEmpty();
  }
}
