package io.moneyprinter.codecs.config;

/**
 * @param prefix only keys that begin with it; "" for all
 */
public record ListSettings(String prefix) {
  public ListSettings {
    prefix = prefix == null ? "" : prefix;
  }
}
