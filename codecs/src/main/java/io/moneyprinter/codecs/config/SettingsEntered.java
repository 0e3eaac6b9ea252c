package io.moneyprinter.codecs.config;

import java.util.List;

/**
 * Settings were entered or taken back; what they are now has to be asked for.
 *
 * @param keys full keys
 */
public record SettingsEntered(List<String> keys) {
  public SettingsEntered {
    keys = keys == null ? List.of() : List.copyOf(keys);
  }
}
