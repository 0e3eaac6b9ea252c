package io.moneyprinter.platform.node;

import java.time.Instant;
import java.util.Set;

/**
 * What a node says of itself.
 *
 * @param id unique for each start of a node
 * @param version of the software
 * @param environment development, staging or production
 * @param roles names of the services it runs
 */
public record NodeInfo(
    String id, String version, String environment, Set<String> roles, Instant startedAt) {
  public NodeInfo {
    roles = Set.copyOf(roles);
  }
}
