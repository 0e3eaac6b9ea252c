package io.moneyprinter.codecs.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A node's sign of life: the little that the map of the cluster shows of it.
 *
 * @param id unique for each start of a node
 * @param name as operators call it
 * @param address where the other nodes reach it; {@code null} for a node that is alone
 * @param version of the software
 * @param build digest or commit of the build; {@code null} where the build does not say
 * @param environment development, staging or production
 * @param at when it was said, by the node's clock
 * @param flows messages that it takes in, the many first
 * @param breakers circuit breakers that are not closed
 * @param sample the newest that is complete; {@code null} in the node's first seconds
 */
public record NodeBeat(
    String id,
    String name,
    String address,
    String version,
    String build,
    String environment,
    Instant startedAt,
    Instant at,
    NodeState state,
    List<RoleInstances> roles,
    NodeLoad load,
    NodeHealth health,
    List<MessageFlow> flows,
    List<BreakerState> breakers,
    LoadSample sample) {
  public NodeBeat {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(health, "health");
    name = name == null ? id : name;
    roles = roles == null ? List.of() : List.copyOf(roles);
    flows = flows == null ? List.of() : List.copyOf(flows);
    breakers = breakers == null ? List.of() : List.copyOf(breakers);
  }

  /** The same in another state, with no more traffic. */
  public NodeBeat gone(NodeState state) {
    return new NodeBeat(
        id,
        name,
        address,
        version,
        build,
        environment,
        startedAt,
        at,
        state,
        roles,
        load,
        health,
        List.of(),
        List.of(),
        sample);
  }
}
