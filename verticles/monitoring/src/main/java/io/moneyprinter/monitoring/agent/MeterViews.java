package io.moneyprinter.monitoring.agent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.codecs.monitoring.AddressState;
import io.moneyprinter.codecs.monitoring.BreakerState;
import io.moneyprinter.codecs.monitoring.PoolState;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.traffic.BusTraffic;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pools, addresses and circuit breakers of the node, read from its meters. */
final class MeterViews {
  /** Which gauges tell the state of breakers, and the tag that names what each watches. */
  private static final Map<String, String> BREAKERS =
      Map.of("provider", "provider", "tts", "provider", "gateway", "address");

  private final MeterRegistry meters;
  private final WorkerPools threads;

  private final WaitingCount waiting = new WaitingCount(Clock.systemUTC());

  MeterViews(MeterRegistry meters, WorkerPools threads) {
    this.meters = meters;
    this.threads = threads;
  }

  List<PoolState> pools() {
    List<PoolState> pools = new ArrayList<>();
    for (Gauge busy : meters.find("vertx.pool.in.use").gauges()) {
      String kind = tag(busy, "pool_type");
      String name = tag(busy, "pool_name");
      pools.add(
          new PoolState(
              name,
              kind,
              whole(busy.value()),
              waiting.of(
                  kind + " " + name,
                  whole(busy.value()),
                  whole(value("vertx.pool.queue.pending", kind, name))),
              size(kind, name, busy.value())));
    }
    pools.sort(Comparator.comparing(PoolState::kind).reversed().thenComparing(PoolState::name));
    return pools;
  }

  /** Of our own pools it is known; of others it follows from how full they are. */
  private Integer size(String kind, String name, double busy) {
    return Arrays.stream(Pool.values())
        .filter(pool -> pool.threadName().equals(name))
        .map(threads::size)
        .findFirst()
        .orElseGet(
            () -> {
              double ratio = value("vertx.pool.ratio", kind, name);
              return ratio > 0 ? Integer.valueOf((int) Math.round(busy / ratio)) : null;
            });
  }

  private double value(String meter, String kind, String name) {
    Gauge gauge = meters.find(meter).tags("pool_type", kind, "pool_name", name).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  /**
   * @param ways messages that come in
   */
  List<AddressState> addresses(List<BusTraffic.Way> ways) {
    Map<String, Double> rates = new HashMap<>();
    ways.forEach(way -> rates.merge(way.address(), way.perSecond(), Double::sum));
    Map<String, Integer> consumers = new TreeMap<>();
    for (Gauge handlers : meters.find("vertx.eventbus.handlers").gauges()) {
      String address = tag(handlers, "address");
      int count = whole(handlers.value());
      if (count > 0 && !address.startsWith("__vertx")) {
        consumers.merge(address, count, Integer::sum);
      }
    }
    return consumers.entrySet().stream()
        .map(
            each ->
                new AddressState(
                    each.getKey(), each.getValue(), rates.getOrDefault(each.getKey(), 0.0)))
        .toList();
  }

  /** Those that are not closed come first. */
  List<BreakerState> breakers() {
    List<BreakerState> all = new ArrayList<>();
    BREAKERS.forEach(
        (kind, tag) -> {
          Map<String, Double> worst = new HashMap<>(); // of the instances of a service
          for (Gauge state : meters.find(kind + ".breaker.state").gauges()) {
            worst.merge(tag(state, tag), state.value(), Math::max);
          }
          worst.forEach((name, state) -> all.add(new BreakerState(kind, name, word(state))));
        });
    all.sort(
        Comparator.comparing((BreakerState each) -> each.state().equals("closed"))
            .thenComparing(BreakerState::kind)
            .thenComparing(BreakerState::name));
    return all;
  }

  private static String word(double state) {
    return state >= 2 ? "open" : state >= 1 ? "half-open" : "closed";
  }

  private static int whole(double value) {
    return Double.isNaN(value) ? 0 : (int) Math.max(0, Math.round(value));
  }

  private static String tag(Meter meter, String name) {
    String value = meter.getId().getTag(name);
    return value == null ? "" : value;
  }
}
