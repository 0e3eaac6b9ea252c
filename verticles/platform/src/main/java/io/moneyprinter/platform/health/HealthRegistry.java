package io.moneyprinter.platform.health;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The health checks of a node: each service adds its own. Safe to use from any thread. */
public final class HealthRegistry {
  private static final long CHECK_LIMIT_MILLIS = 2_000;

  private record Check(String service, String name) {}

  private final String version;
  private final ConcurrentMap<Check, Supplier<Future<?>>> probes = new ConcurrentHashMap<>();
  private volatile boolean ready;

  public HealthRegistry(String version) {
    this.version = version;
  }

  /** Adds a check; a probe that fails, or takes over 2 s, is unhealthy. */
  public void register(String service, String name, Supplier<Future<?>> probe) {
    probes.put(new Check(service, name), probe);
  }

  public void unregister(String service) {
    probes.keySet().removeIf(check -> check.service().equals(service));
  }

  /** Whether the node takes traffic: all services are up and it is not draining. */
  public boolean ready() {
    return ready;
  }

  public void ready(boolean now) {
    ready = now;
  }

  /** Runs all checks of the node. */
  public Future<HealthReport> report() {
    return report(null);
  }

  /** Runs the checks of one service; {@code null} for all. */
  public Future<HealthReport> report(String service) {
    Map<String, String> outcomes = Collections.synchronizedMap(new TreeMap<>());
    List<Future<Void>> running = new ArrayList<>();
    probes.forEach(
        (check, probe) -> {
          if (service == null || check.service().equals(service)) {
            running.add(run(check, probe, outcomes));
          }
        });
    return Future.join(running)
        .map(
            done ->
                new HealthReport(
                    outcomes.values().stream().allMatch("ok"::equals) ? "healthy" : "degraded",
                    Instant.now(),
                    new TreeMap<>(outcomes),
                    version));
  }

  private static Future<Void> run(
      Check check, Supplier<Future<?>> probe, Map<String, String> outcomes) {
    String name = check.service() + "." + check.name();
    Future<?> outcome;
    try {
      outcome = probe.get().timeout(CHECK_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      outcome = Future.failedFuture(e);
    }
    return outcome
        .onSuccess(fine -> outcomes.put(name, "ok"))
        .onFailure(cause -> outcomes.put(name, String.valueOf(cause.getMessage())))
        .transform(any -> Future.succeededFuture());
  }
}
