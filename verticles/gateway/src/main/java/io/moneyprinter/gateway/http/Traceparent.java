package io.moneyprinter.gateway.http;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a request in a trace (W3C Trace Context, level 1).
 *
 * @param traceId 32 hexadecimal digits, not all zero
 * @param spanId 16 hexadecimal digits, not all zero
 * @param flags two hexadecimal digits
 */
record Traceparent(String traceId, String spanId, String flags) {
  static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);
  private static final String NOT_SAMPLED = "00";

  /**
   * Our own place: the span that is being recorded; without one a span of our own in the caller's
   * trace; and without that a trace that begins here.
   *
   * @param given what the caller sent; {@code null} or malformed counts as nothing, as the standard
   *     wants it
   */
  static Traceparent here(String given) {
    SpanContext recorded = Span.current().getSpanContext();
    // Where nothing is recorded, the caller's own span stands there.
    if (recorded.isValid() && !recorded.isRemote()) {
      return new Traceparent(
          recorded.getTraceId(), recorded.getSpanId(), recorded.getTraceFlags().asHex());
    }
    return parse(given)
        .map(parent -> new Traceparent(parent.traceId(), random(), parent.flags()))
        .orElseGet(() -> new Traceparent(random() + random(), random(), NOT_SAMPLED));
  }

  static Optional<Traceparent> parse(String text) {
    Matcher m = FORM.matcher(text == null ? "" : text.strip());
    return m.matches() && !m.group(1).equals(NO_TRACE) && !m.group(2).equals(NO_SPAN)
        ? Optional.of(new Traceparent(m.group(1), m.group(2), m.group(3)))
        : Optional.empty();
  }

  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }

  String header() {
    return "00-" + traceId + "-" + spanId + "-" + flags;
  }
}
