package io.moneyprinter.speech;

import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SettingsBinder;
import java.util.List;
import java.util.Map;

/** Speech settings as an operator would make them. */
final class SpeechSettings {
  private SpeechSettings() {}

  /**
   * @param keysAndValues in turn, without {@code speech.}
   */
  static SpeechConfig of(String... keysAndValues) {
    var tree = new ConfigTree();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tree.put(
          keysAndValues[i],
          new ConfigTree.Written(List.of(keysAndValues[i + 1]), false, "the test"));
    }
    return SettingsBinder.bind(SpeechConfig.class, tree, Map.of());
  }
}
