package io.moneyprinter.platform.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live state of one task that is being carried out. */
final class RunningTask implements TaskContext {
  private static final Logger LOG = LoggerFactory.getLogger(RunningTask.class);

  private final ExternalCalls calls;
  private final String job;
  private final List<Runnable> stops = new ArrayList<>();
  private volatile double progress;
  private volatile boolean leftToAnother;
  private boolean cancelled;

  /**
   * @param job whose work it is; {@code null} for work that belongs to none
   */
  RunningTask(ExternalCalls calls, String job) {
    this.calls = calls;
    this.job = job;
  }

  @Override
  public Optional<String> job() {
    return Optional.ofNullable(job);
  }

  @Override
  public ExternalCalls calls() {
    return calls;
  }

  @Override
  public void progress(double fraction) {
    progress = Math.max(0, Math.min(1, fraction));
  }

  double progress() {
    return progress;
  }

  @Override
  public void leaveToAnother() {
    leftToAnother = true;
  }

  boolean leftToAnother() {
    return leftToAnother;
  }

  @Override
  public synchronized boolean cancelled() {
    return cancelled;
  }

  @Override
  public void onCancel(Runnable stop) {
    synchronized (this) {
      if (!cancelled) {
        stops.add(stop);
        return;
      }
    }
    stop.run();
  }

  void cancel() {
    List<Runnable> todo;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      todo = List.copyOf(stops);
    }
    for (Runnable stop : todo) {
      try {
        stop.run();
      } catch (RuntimeException e) {
        LOG.warn("A cancelled task did not stop cleanly", e);
      }
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f %%", progress * 100);
  }
}
