package io.moneyprinter.orchestration.ledger;

import io.moneyprinter.codecs.orchestration.CostCaps;
import java.util.HashMap;
import java.util.Map;

/** What each tenant may spend. */
final class Caps {
  private final CostCaps usual;
  private final Map<String, CostCaps> tenants;

  private Caps(CostCaps usual, Map<String, CostCaps> tenants) {
    this.usual = usual;
    this.tenants = Map.copyOf(tenants);
  }

  /**
   * @param tenants US dollars by {@code tenant.job}, {@code tenant.day} and {@code tenant.month}
   * @throws IllegalArgumentException naming a key or value that cannot be used
   */
  static Caps of(CapsConfig all, Map<String, String> tenants) {
    CostCaps usual = new CostCaps(cap(all.job()), cap(all.day()), cap(all.month()));
    Map<String, CostCaps> single = new HashMap<>();
    tenants.forEach(
        (key, value) -> {
          int dot = key.lastIndexOf('.');
          String tenant = dot < 0 ? "" : key.substring(0, dot);
          if (tenant.isEmpty()) {
            throw new IllegalArgumentException("tenant-caps." + key + HOW);
          }
          CostCaps before = single.getOrDefault(tenant, usual);
          Long cap = cap(dollars(key, value));
          single.put(
              tenant,
              switch (key.substring(dot + 1)) {
                case "job" -> new CostCaps(cap, before.day(), before.month());
                case "day" -> new CostCaps(before.job(), cap, before.month());
                case "month" -> new CostCaps(before.job(), before.day(), cap);
                default -> throw new IllegalArgumentException("tenant-caps." + key + HOW);
              });
        });
    return new Caps(usual, single);
  }

  private static final String HOW =
      " names no cap: write the tenant, then .job, .day or .month, such as acme.day: 20";

  private static double dollars(String key, String value) {
    try {
      double dollars = Double.parseDouble(value);
      if (dollars >= 0 && dollars <= Money.MOST_DOLLARS) {
        return dollars;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(notDollars(key, value), e);
    }
    throw new IllegalArgumentException(notDollars(key, value));
  }

  private static String notDollars(String key, String value) {
    return "tenant-caps." + key + ": '" + value + "' is no number of US dollars, 0 or more";
  }

  private static Long cap(double dollars) {
    return dollars == 0 ? null : Money.micros(dollars);
  }

  CostCaps of(String tenant) {
    return tenants.getOrDefault(tenant, usual);
  }
}
