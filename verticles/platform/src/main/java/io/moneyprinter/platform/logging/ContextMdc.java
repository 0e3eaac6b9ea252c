package io.moneyprinter.platform.logging;

import ch.qos.logback.classic.LoggerContext;
import io.moneyprinter.codecs.bus.CallContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/**
 * Puts correlation id, tenant and trace ids on every log line. They are read from the Vert.x
 * context, which follows a request over event loops and workers; a thread-local would not.
 */
public final class ContextMdc implements MDCAdapter {
  /** What code puts in by hand still works, per thread. */
  private final MDCAdapter byHand = new BasicMDCAdapter();

  /** Makes Logback ask this adapter. Call once, before the first request. */
  public static void install() {
    ILoggerFactory factory = LoggerFactory.getILoggerFactory();
    if (factory instanceof LoggerContext logback) {
      logback.setMDCAdapter(new ContextMdc());
    }
  }

  @Override
  public Map<String, String> getCopyOfContextMap() {
    Map<String, String> own = byHand.getCopyOfContextMap();
    Map<String, String> all = own == null ? new HashMap<>() : new HashMap<>(own);
    CallContext.current()
        .ifPresent(
            call -> {
              all.put("correlation_id", call.correlationId());
              all.put("tenant", call.tenant());
            });
    SpanContext span = Span.current().getSpanContext();
    if (span.isValid()) {
      all.put("trace_id", span.getTraceId());
      all.put("span_id", span.getSpanId());
    }
    return all;
  }

  @Override
  public String get(String key) {
    return getCopyOfContextMap().get(key);
  }

  @Override
  public void put(String key, String value) {
    byHand.put(key, value);
  }

  @Override
  public void remove(String key) {
    byHand.remove(key);
  }

  @Override
  public void clear() {
    byHand.clear();
  }

  @Override
  public void setContextMap(Map<String, String> map) {
    byHand.setContextMap(map);
  }

  @Override
  public void pushByKey(String key, String value) {
    byHand.pushByKey(key, value);
  }

  @Override
  public String popByKey(String key) {
    return byHand.popByKey(key);
  }

  @Override
  public Deque<String> getCopyOfDequeByKey(String key) {
    return byHand.getCopyOfDequeByKey(key);
  }

  @Override
  public void clearDequeByKey(String key) {
    byHand.clearDequeByKey(key);
  }
}
