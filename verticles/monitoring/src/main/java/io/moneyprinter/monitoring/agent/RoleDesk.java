package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.monitoring.RoleInstances;
import io.vertx.core.Future;
import java.util.List;

/** Which services a node runs, and how often; and lets that be changed while it runs. */
public interface RoleDesk {
  /** Those that it runs at least once. */
  List<RoleInstances> roles();

  /**
   * Deploys or undeploys verticles of a service until there are so many.
   *
   * @return fails with {@code INVALID} for what is no role, {@code CONFLICT} when the node or the
   *     cluster cannot do with so few or so many
   */
  Future<RoleInstances> set(String role, int instances);
}
