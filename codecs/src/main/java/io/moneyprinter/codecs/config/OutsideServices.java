package io.moneyprinter.codecs.config;

import java.util.List;

/** Outside services, by kind and then by name. */
public record OutsideServices(List<OutsideService> providers) {
  public OutsideServices {
    providers = providers == null ? List.of() : List.copyOf(providers);
  }
}
