package io.moneyprinter.platform.logging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;

/** The trace that what is being done now is part of (W3C Trace Context). */
public final class CurrentTrace {
  private CurrentTrace() {}

  /** Its id, 32 hex digits; empty where nothing is traced. */
  public static Optional<String> id() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
  }
}
