package io.moneyprinter.codecs.monitoring;

import io.moneyprinter.codecs.video.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All that a node knows of itself.
 *
 * @param checks outcome of each health check: {@code ok}, or the reason why not
 * @param history the last changes of the checks, newest first
 * @param encoders what it can encode with, tried out; {@code null} where it renders nothing
 */
public record NodeDetail(
    NodeBeat beat,
    NodeMachine machine,
    Map<String, String> checks,
    List<HealthChange> history,
    List<PoolState> pools,
    List<AddressState> addresses,
    List<BreakerState> breakers,
    Capabilities encoders) {
  public NodeDetail {
    Objects.requireNonNull(beat, "beat");
    checks = checks == null ? Map.of() : new TreeMap<>(checks);
    history = history == null ? List.of() : List.copyOf(history);
    pools = pools == null ? List.of() : List.copyOf(pools);
    addresses = addresses == null ? List.of() : List.copyOf(addresses);
    breakers = breakers == null ? List.of() : List.copyOf(breakers);
  }
}
