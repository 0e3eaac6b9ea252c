package io.moneyprinter.platform.health;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The health checks of a node: each service adds its own. Safe to use from any thread. */
public final class HealthRegistry {
  private static final long CHECK_LIMIT_MILLIS = 2_000;

  private record Check(String service, String name) {}

  private record Probe(Check check, Supplier<Future<?>> look) {}

  private final String version;
  private final List<Probe> probes = new CopyOnWriteArrayList<>();
  private final Promise<Void> started = Promise.promise();
  private volatile boolean ready;

  public HealthRegistry(String version) {
    this.version = version;
  }

  /**
   * Adds a check; a probe that fails, or takes over 2 s, is unhealthy. A service that runs several
   * times on the node adds its checks each time; one is fine when it is in all of them.
   *
   * @return takes this one back
   */
  public Runnable register(String service, String name, Supplier<Future<?>> probe) {
    Probe own = new Probe(new Check(service, name), probe);
    probes.add(own);
    return () -> probes.removeIf(each -> each == own);
  }

  /** Whether the node takes traffic: all services are up and it is not draining. */
  public boolean ready() {
    return ready;
  }

  /**
   * Opens the node to traffic, or closes it. Whoever waits for its start goes on at the first
   * opening.
   */
  public void ready(boolean now) {
    ready = now;
    if (now) {
      started.tryComplete();
    }
  }

  /** Succeeds when the node is ready for the first time: for work that its start need not await. */
  public Future<Void> whenReady() {
    return started.future();
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
        probe -> {
          if (service == null || probe.check().service().equals(service)) {
            running.add(run(probe.check(), probe.look(), outcomes));
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
        .onSuccess(fine -> outcomes.putIfAbsent(name, "ok"))
        .onFailure(cause -> outcomes.put(name, String.valueOf(cause.getMessage())))
        .transform(any -> Future.succeededFuture());
  }
}
