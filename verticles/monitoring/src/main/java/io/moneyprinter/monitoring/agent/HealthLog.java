package io.moneyprinter.monitoring.agent;

import io.moneyprinter.codecs.monitoring.HealthChange;
import io.moneyprinter.codecs.monitoring.NodeHealth;
import io.moneyprinter.platform.health.HealthReport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last outcome of each health check, and when they changed. */
final class HealthLog {
  private static final int KEPT = 100;
  private static final String OK = "ok";

  private final Deque<HealthChange> changes = new ArrayDeque<>();
  private Map<String, String> checks = Map.of();
  private String status = "healthy";

  /** A check that is fine from the beginning is no change. */
  synchronized void note(HealthReport report) {
    report
        .checks()
        .forEach(
            (check, outcome) -> {
              if (!checks.getOrDefault(check, OK).equals(outcome)) {
                changes.addFirst(new HealthChange(report.timestamp(), check, outcome));
              }
            });
    while (changes.size() > KEPT) {
      changes.removeLast();
    }
    checks = new TreeMap<>(report.checks());
    status = report.status();
  }

  synchronized NodeHealth health() {
    Map<String, String> failing = new TreeMap<>(checks);
    failing.values().removeIf(OK::equals);
    return new NodeHealth(status, failing);
  }

  synchronized Map<String, String> checks() {
    return checks;
  }

  /** The newest first. */
  synchronized List<HealthChange> changes() {
    return List.copyOf(changes);
  }
}
