package io.moneyprinter.codecs.config;

import java.util.List;

/** The newest version of each setting, by key. */
public record SettingList(List<Setting> settings) {
  public SettingList {
    settings = List.copyOf(settings);
  }
}
