package io.moneyprinter.platform.tasks;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets work begin only when the memory that it will take is free; until then it waits, first come
 * first served. What a task that began a moment ago has not taken yet is kept for it. One that
 * needs more than there is begins when nothing else is running. Safe to use from any thread.
 */
public final class MemoryManager {
  private static final Logger LOG = LoggerFactory.getLogger(MemoryManager.class);
  private static final long MIB = 1024 * 1024;

  /** How often to look whether other programs left memory free. */
  private static final long LOOK_MILLIS = 250;

  private final Vertx vertx;
  private final LongSupplier free;
  private final long spare;
  private final long growNanos;
  private final Deque<Wish> waiting = new ArrayDeque<>();
  private final Set<Grant> granted = new LinkedHashSet<>();
  private boolean looking;

  private record Wish(long bytes, Promise<Grant> answer) {}

  /** Memory that was promised to a task. */
  public final class Grant {
    private long bytes;
    private final long since = System.nanoTime();

    private Grant(long bytes) {
      this.bytes = bytes;
    }

    private boolean growing() {
      return System.nanoTime() - since < growNanos;
    }

    /** The task turned out to need less: what is beyond that others may have. */
    void lower(long enough) {
      synchronized (MemoryManager.this) {
        bytes = Math.min(bytes, enough);
      }
      serve();
    }

    /** The task has ended, and others may have it. Calling it twice does no harm. */
    public void release() {
      synchronized (MemoryManager.this) {
        granted.remove(this);
      }
      serve();
    }
  }

  /**
   * @param free bytes that programs can have at present
   * @param spare bytes that stay free
   * @param growth how long a task takes until it has reached what it needs; for that time its need
   *     counts besides what is seen to be used
   */
  public MemoryManager(Vertx vertx, LongSupplier free, long spare, Duration growth) {
    this.vertx = vertx;
    this.free = free;
    this.spare = spare;
    this.growNanos = growth.toNanos();
  }

  /**
   * Done when work that takes so many bytes at its height may begin; then it has to be released.
   *
   * @param bytes 0 for work that waits for no memory, and behind nobody
   */
  public Future<Grant> admit(long bytes) {
    if (bytes == 0) {
      return Future.succeededFuture(new Grant(0));
    }
    Promise<Grant> answer = Promise.promise();
    synchronized (this) {
      waiting.add(new Wish(bytes, answer));
    }
    serve();
    return answer.future();
  }

  /** Tasks that wait for memory. */
  public synchronized int waiting() {
    return waiting.size();
  }

  private void serve() {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      while (!waiting.isEmpty() && fits(waiting.peek().bytes)) {
        Wish wish = waiting.poll();
        Grant grant = new Grant(wish.bytes);
        granted.add(grant);
        answers.add(() -> wish.answer.complete(grant));
      }
      if (!waiting.isEmpty() && !looking) {
        looking = true;
        vertx.setTimer(LOOK_MILLIS, tick -> look());
      }
    }
    answers.forEach(Runnable::run);
  }

  private void look() {
    synchronized (this) {
      looking = false;
    }
    serve();
  }

  private boolean fits(long bytes) {
    long promised = 0;
    for (Grant grant : granted) {
      promised += grant.growing() ? grant.bytes : 0;
    }
    long left = free.getAsLong() - promised - spare;
    if (bytes <= left) {
      return true;
    }
    if (granted.isEmpty()) {
      LOG.warn(
          "A task that may need {} MiB begins alone although {} MiB are left: add memory, or lower"
              + " workers.memory",
          bytes / MIB,
          Math.max(0, left) / MIB);
      return true;
    }
    return false;
  }
}
