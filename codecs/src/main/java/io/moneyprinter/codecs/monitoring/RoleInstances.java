package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * How often a node runs a service.
 *
 * @param role name of the service
 * @param instances verticles of it on the node, 0 or more
 */
public record RoleInstances(String role, int instances) {
  public RoleInstances {
    Objects.requireNonNull(role, "role");
  }
}
