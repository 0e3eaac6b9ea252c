package io.moneyprinter.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.service.InstanceGauges;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from the buckets in Redis, and from those of this instance while Redis is away, which the
 * gauge {@code gateway.limits.local} shows as 1. Each instance then counts by itself: together they
 * let through more than the configured rate, but no caller is let through without any. Of one event
 * loop.
 */
final class Allowance implements TokenBuckets {
  private static final Logger LOG = LoggerFactory.getLogger(Allowance.class);

  /** Time between two tries whether Redis is back. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What a counter is of; looking one up anew for each request would cost more than counting. */
  private record Decision(String by, String policy, boolean passed) {}

  private final Map<Decision, Counter> decisions = new HashMap<>();
  private final LocalBuckets local = new LocalBuckets(System::nanoTime);
  private final RedisLine line;
  private final SharedBuckets shared;
  private final MeterRegistry meters;
  private boolean away;
  private long tryAgainAt;

  /**
   * @param redis {@code null} where there is none
   * @param patience how long a request waits for Redis
   */
  Allowance(
      Vertx vertx,
      RedisConnector redis,
      TokenScript script,
      Duration patience,
      MeterRegistry meters,
      InstanceGauges gauges) {
    this.line = redis == null ? null : new RedisLine(redis);
    this.shared =
        line == null
            ? null
            : new SharedBuckets(
                vertx, new TokenCall(line, script, patience, local::level), local::follow);
    this.away = shared == null;
    this.meters = meters;
    gauges.register(
        Gauge.builder("gateway.limits.local", this, Allowance::localNow)
            .description("1 while requests are limited by each instance alone: Redis is away"));
  }

  void close() {
    if (line != null) {
      shared.close();
      line.close();
    }
  }

  private double localNow() {
    return away ? 1 : 0;
  }

  @Override
  public Future<Verdict> take(List<Charge> charges) {
    if (shared == null || away && System.nanoTime() < tryAgainAt) {
      return alone(charges);
    }
    if (away) {
      tryAgainAt = System.nanoTime() + PAUSE_NANOS; // one request tries, the others go on
    }
    Future<Verdict> answer = shared.take(charges);
    if (answer.succeeded()) {
      count(answer.result(), "shared");
      return answer;
    }
    return answer.transform(
        told -> {
          if (told.failed()) {
            lost(told.cause());
            return alone(charges);
          }
          found();
          count(told.result(), "shared");
          return Future.succeededFuture(told.result());
        });
  }

  private Future<Verdict> alone(List<Charge> charges) {
    Verdict verdict = local.take(charges);
    count(verdict, "local");
    return Future.succeededFuture(verdict);
  }

  private void count(Verdict verdict, String by) {
    String policy = verdict.passed() ? "none" : verdict.tightest().charge().policy().name();
    decisions
        .computeIfAbsent(new Decision(by, policy, verdict.passed()), this::counter)
        .increment();
  }

  private Counter counter(Decision decision) {
    return Counter.builder("gateway.limits.decisions")
        .description("Requests that the limits let pass or refused, and whether Redis decided")
        .tag("by", decision.by())
        .tag("policy", decision.policy())
        .tag("outcome", decision.passed() ? "passed" : "refused")
        .register(meters);
  }

  private void lost(Throwable cause) {
    tryAgainAt = System.nanoTime() + PAUSE_NANOS;
    if (!away) {
      away = true;
      LOG.warn("Redis is away ({}); this node limits requests by itself", cause.getMessage());
    }
  }

  private void found() {
    if (away) {
      away = false;
      LOG.info("Redis is back; all nodes limit requests together again");
    }
  }
}
