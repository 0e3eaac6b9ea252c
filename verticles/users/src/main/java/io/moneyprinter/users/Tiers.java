package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What each tier allows. A tier that is not described any more allows what free does. */
final class Tiers {
  static final String FREE = "free";
  static final String UNLIMITED = "unlimited";
  private static final int FREE_VIDEOS = 30;

  private final Map<String, TierConfig> tiers = new TreeMap<>();

  /**
   * @param own tiers of the operator; they win over free and unlimited
   */
  Tiers(Map<String, TierConfig> own) {
    tiers.put(FREE, new TierConfig(FREE_VIDEOS));
    tiers.put(UNLIMITED, new TierConfig(0));
    tiers.putAll(own);
  }

  /** Videos in a month; empty for no limit. */
  Optional<Integer> videosPerMonth(String tier) {
    int videos = tiers.getOrDefault(tier, tiers.get(FREE)).videosPerMonth();
    return videos == 0 ? Optional.empty() : Optional.of(videos);
  }

  /** Refuses a tier that is not described. */
  String known(String tier) {
    if (!tiers.containsKey(tier)) {
      throw ServiceFailure.invalid(
          "/tier",
          "There is no tier '%s'; there are %s (users.tiers)"
              .formatted(tier, String.join(", ", new TreeSet<>(tiers.keySet()))));
    }
    return tier;
  }
}
