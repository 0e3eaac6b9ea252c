package io.moneyprinter.gateway.cluster;

import io.moneyprinter.codecs.monitoring.BreakerState;
import io.moneyprinter.codecs.monitoring.NodeBeat;
import io.moneyprinter.codecs.monitoring.NodeHealth;
import io.moneyprinter.codecs.monitoring.NodeLoad;
import io.moneyprinter.codecs.monitoring.NodeState;
import io.moneyprinter.codecs.monitoring.RoleInstances;
import java.time.Instant;
import java.util.List;

/**
 * A node in the list.
 *
 * @param lastSeen its last sign of life, by its own clock
 * @param breakers circuit breakers that are not closed
 * @param leases parts of steps that it holds; absent while that cannot be asked
 */
record NodeLine(
    String id,
    String name,
    String address,
    String version,
    String build,
    String environment,
    Instant startedAt,
    Instant lastSeen,
    NodeState state,
    List<RoleInstances> roles,
    NodeLoad load,
    NodeHealth health,
    List<BreakerState> breakers,
    Integer leases) {
  static NodeLine of(NodeBeat beat, Integer leases) {
    return new NodeLine(
        beat.id(),
        beat.name(),
        beat.address(),
        beat.version(),
        beat.build(),
        beat.environment(),
        beat.startedAt(),
        beat.at(),
        beat.state(),
        beat.roles(),
        beat.load(),
        beat.health(),
        beat.breakers(),
        leases);
  }
}
