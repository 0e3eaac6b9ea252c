package io.moneyprinter.materials.source;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.Locale;

/** Counts what is asked of sources, and what comes. */
public final class SourceMeters {
  private final MeterRegistry meters;

  public SourceMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A search or a file that came, such as {@code ok}, {@code empty} or {@code cached}. */
  void came(String source, String outcome) {
    Counter.builder("materials.requests")
        .description("Searches and files asked of the sources of pictures and clips")
        .tags("source", source, "outcome", outcome)
        .register(meters)
        .increment();
  }

  /** One that did not; the outcome is the failure's code in small letters. */
  void failed(String source, Throwable cause) {
    came(source, ServiceFailure.from(cause).code().name().toLowerCase(Locale.ROOT));
  }

  /** A file's size. */
  void fetched(String source, long bytes) {
    Counter.builder("materials.bytes")
        .description("Bytes of pictures and clips fetched from the sources")
        .baseUnit("bytes")
        .tag("source", source)
        .register(meters)
        .increment(bytes);
  }
}
