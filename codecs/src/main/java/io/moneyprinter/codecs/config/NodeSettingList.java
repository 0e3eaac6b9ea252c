package io.moneyprinter.codecs.config;

import java.util.List;

/** The settings of one node, in the order of the reference. */
public record NodeSettingList(String environment, List<NodeSetting> settings) {
  public NodeSettingList {
    settings = settings == null ? List.of() : List.copyOf(settings);
  }
}
