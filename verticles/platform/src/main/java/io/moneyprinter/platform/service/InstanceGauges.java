package io.moneyprinter.platform.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The gauges of one instance of a service. Counters of several instances on one node add up by
 * themselves, but a gauge shows the state of one object: the tag {@code instance}, which counts
 * from 0, tells those of the instances apart. They end with the service. Safe for all threads.
 */
public final class InstanceGauges {
  private static final String NUMBERS = "moneyprinter.instances";

  private final MeterRegistry meters;
  private final LocalMap<String, Boolean> numbers;
  private final Set<Gauge> gauges = ConcurrentHashMap.newKeySet();
  private final String service;
  private final int instance;

  InstanceGauges(String service, Vertx vertx, MeterRegistry meters) {
    this.service = service;
    this.meters = meters;
    this.numbers = vertx.sharedData().getLocalMap(NUMBERS);
    this.instance = lowestFree();
  }

  private int lowestFree() {
    int number = 0;
    while (numbers.putIfAbsent(service + "/" + number, true) != null) {
      number++;
    }
    return number;
  }

  /** Registers a gauge of this instance; it keeps the object that it shows. */
  public <T> Gauge register(Gauge.Builder<T> gauge) {
    Gauge registered =
        gauge.tag("instance", Integer.toString(instance)).strongReference(true).register(meters);
    gauges.add(registered);
    return registered;
  }

  /** Ends a gauge before the service does. */
  public void remove(Gauge gauge) {
    gauges.remove(gauge);
    meters.remove(gauge);
  }

  void close() {
    gauges.forEach(meters::remove);
    gauges.clear();
    numbers.remove(service + "/" + instance);
  }
}
