package io.moneyprinter.storage.cleanup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.storage.cleanup.DueFiles.Reason;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what cleaning up does: {@code storage_cleanup_*}. */
final class CleanupMeters {
  private final MeterRegistry meters;
  private final AtomicBoolean leading = new AtomicBoolean();
  private final AtomicLong pending = new AtomicLong();

  CleanupMeters(MeterRegistry meters) {
    this.meters = meters;
    Gauge.builder("storage.cleanup.leading", leading, is -> is.get() ? 1 : 0)
        .description("1 while this node cleans up the store")
        .register(meters);
    Gauge.builder("storage.cleanup.pending", pending, AtomicLong::get)
        .description("Files that are marked, and whose bytes are not all removed yet")
        .register(meters);
  }

  void leading(boolean is) {
    leading.set(is);
  }

  void pending(long files) {
    pending.set(files);
  }

  void round(boolean succeeded) {
    meters.counter("storage.cleanup.rounds", "outcome", succeeded ? "done" : "failed").increment();
  }

  void marked(Reason reason, long bytes) {
    meters.counter("storage.cleanup.files", "reason", reason.word()).increment();
    meters.counter("storage.cleanup.bytes", "reason", reason.word()).increment(bytes);
  }

  void named() {
    meters.counter("storage.cleanup.named").increment();
  }
}
