package io.moneyprinter.launcher.node;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which deployment of this process is of which service. Safe to use from any thread. */
final class ServiceNames {
  private final Map<String, String> byDeployment = new ConcurrentHashMap<>();

  void put(String deployment, String service) {
    byDeployment.put(deployment, service);
  }

  void remove(String deployment) {
    byDeployment.remove(deployment);
  }

  /** {@code null} for a deployment of no service. */
  String of(String deployment) {
    return byDeployment.get(deployment);
  }
}
