package io.moneyprinter.gateway.limit;

import io.moneyprinter.codecs.users.Caller;
import java.util.Map;
import java.util.stream.Collectors;

/** Which policy holds for whom. */
final class Policies {
  private final Policy address;
  private final Policy key;
  private final Policy user;
  private final Map<String, Policy> tiers;

  Policies(LimitConfig config) {
    address = new Policy("address", config.addressRate(), config.addressBurst());
    key = new Policy("key", config.keyRate(), config.keyBurst());
    user = new Policy("user", config.userRate(), config.userBurst());
    tiers =
        config.tiers().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    tier -> new Policy("user", tier.getValue().rate(), tier.getValue().burst())));
  }

  Policy address() {
    return address;
  }

  Policy key() {
    return key;
  }

  /** By the tier of the caller, where that has limits of its own. */
  Policy user(Caller caller) {
    return caller.tier() == null ? user : tiers.getOrDefault(caller.tier(), user);
  }
}
