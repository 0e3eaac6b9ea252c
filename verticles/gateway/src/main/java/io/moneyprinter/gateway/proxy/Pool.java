package io.moneyprinter.gateway.proxy;

import io.micrometer.core.instrument.Gauge;
import io.moneyprinter.platform.discovery.HttpServerEntry;
import io.moneyprinter.platform.service.InstanceGauges;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The servers of one service, as the service discovery has them. Of one event loop. */
final class Pool {
  private final BackendConfig config;
  private final Balancer balancer;
  private final Gauge gauge;
  private final InstanceGauges gauges;
  private Map<HttpServerEntry, Upstream> servers = Map.of();

  Pool(String name, BackendConfig config, InstanceGauges gauges) {
    this.config = config;
    this.balancer = new Balancer(config.balance());
    this.gauges = gauges;
    this.gauge =
        gauges.register(
            Gauge.builder("gateway.backend.ejected", this, Pool::ejected)
                .description("Servers of a service that get no requests because they failed")
                .tag("backend", name));
  }

  private double ejected() {
    long now = System.nanoTime();
    return servers.values().stream().filter(server -> server.ejected(now)).count();
  }

  BackendConfig config() {
    return config;
  }

  /** Takes over who is there; those who stay keep their history. */
  void update(List<HttpServerEntry> entries) {
    Map<HttpServerEntry, Upstream> next = new LinkedHashMap<>();
    for (HttpServerEntry entry : entries) {
      Upstream known = servers.get(entry);
      next.put(entry, known == null ? new Upstream(entry.address(), entry.weight()) : known);
    }
    servers = next;
  }

  /**
   * A server to ask. When all are ejected any of them is better than none.
   *
   * @param tried who was asked already for this request
   */
  Optional<Upstream> choose(InetAddress caller, Set<Upstream> tried) {
    long now = System.nanoTime();
    List<Upstream> left = servers.values().stream().filter(s -> !tried.contains(s)).toList();
    List<Upstream> well = left.stream().filter(server -> !server.ejected(now)).toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(balancer.choose(well.isEmpty() ? left : well, caller));
  }

  /** Whether there is a server that was not asked yet. */
  boolean others(Set<Upstream> tried) {
    return servers.values().stream().anyMatch(server -> !tried.contains(server));
  }

  void failed(Upstream server) {
    server.fail(config.ejectAfter(), config.ejectFor());
  }

  void close() {
    gauges.remove(gauge);
  }
}
