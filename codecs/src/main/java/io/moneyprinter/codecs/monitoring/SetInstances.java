package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * Asks a node to run a service so often.
 *
 * @param role name of the service
 * @param instances how many verticles of it, 0 to {@value #MOST}
 */
public record SetInstances(String role, int instances) {
  public static final int MOST = 64;

  public SetInstances {
    Objects.requireNonNull(role, "role");
    if (instances < 0 || instances > MOST) {
      throw new IllegalArgumentException("instances must be 0 to " + MOST + ", not " + instances);
    }
  }
}
