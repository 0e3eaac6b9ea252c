package io.moneyprinter.gateway.threat;

import io.micrometer.core.instrument.Gauge;
import io.moneyprinter.codecs.threat.Threat;
import io.moneyprinter.platform.redis.RedisConnector;
import io.moneyprinter.platform.service.InstanceGauges;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis while it is there; the memory of this gateway while it is away, which the gauge {@code
 * gateway.threats.local} shows as 1. Of one event loop.
 */
final class SharedThreats implements ThreatMemory {
  private static final Logger LOG = LoggerFactory.getLogger(SharedThreats.class);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LocalThreats local;
  private final RedisThreats shared;
  private final Duration patience;
  private boolean away;
  private long tryAgainAt;

  /**
   * @param redis {@code null} where there is none
   */
  SharedThreats(RedisConnector redis, Duration patience, Clock clock, InstanceGauges gauges) {
    this.local = new LocalThreats(clock);
    this.shared = redis == null ? null : new RedisThreats(redis.api());
    this.patience = patience;
    this.away = shared == null;
    gauges.register(
        Gauge.builder("gateway.threats.local", this, threats -> threats.away ? 1 : 0)
            .description("1 while this node counts attacks by itself: Redis is away"));
  }

  private <T> Future<T> ask(Function<ThreatMemory, Future<T>> question) {
    if (shared == null || away && System.nanoTime() < tryAgainAt) {
      return question.apply(local);
    }
    if (away) {
      tryAgainAt = System.nanoTime() + PAUSE_NANOS;
    }
    return question
        .apply(shared)
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            answer -> {
              if (answer.succeeded()) {
                if (away) {
                  away = false;
                  LOG.info("Redis is back; all nodes look for attacks together again");
                }
                return Future.succeededFuture(answer.result());
              }
              tryAgainAt = System.nanoTime() + PAUSE_NANOS;
              if (!away) {
                away = true;
                LOG.warn(
                    "Redis is away ({}); this node looks for attacks by itself",
                    answer.cause().getMessage());
              }
              return question.apply(local);
            });
  }

  @Override
  public Future<Long> count(ThreatRule rule) {
    return ask(memory -> memory.count(rule));
  }

  @Override
  public Future<Optional<Threat>> take(Measure measure) {
    return ask(memory -> memory.take(measure));
  }

  /** What was decided while Redis was away holds until its end. */
  @Override
  public Future<List<Threat>> current() {
    return ask(ThreatMemory::current)
        .compose(
            found ->
                local
                    .current()
                    .map(own -> Stream.concat(found.stream(), own.stream()).distinct().toList()));
  }

  @Override
  public Future<Optional<Threat>> lift(String subject) {
    return ask(memory -> memory.lift(subject))
        .compose(found -> local.lift(subject).map(own -> found.or(() -> own)));
  }
}
