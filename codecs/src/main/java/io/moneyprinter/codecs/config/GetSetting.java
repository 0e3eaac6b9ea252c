package io.moneyprinter.codecs.config;

import java.util.Objects;

/** Asks for a setting that may change while nodes run. */
public record GetSetting(String key) {
  public GetSetting {
    Objects.requireNonNull(key, "key");
  }
}
