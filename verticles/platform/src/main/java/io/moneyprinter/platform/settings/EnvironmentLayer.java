package io.moneyprinter.platform.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads settings from variables: {@code MONEYPRINTER_VIDEO_ENCODE_SLOTS=2}. */
public final class EnvironmentLayer {
  /** Variables with the prefix that are not settings. */
  private static final Set<String> RESERVED =
      Set.of(
          "MONEYPRINTER_ENVIRONMENT",
          "MONEYPRINTER_CONF",
          "MONEYPRINTER_HOME",
          "MONEYPRINTER_JAVA_OPTS");

  private static final String PREFIX = "MONEYPRINTER_";

  private EnvironmentLayer() {}

  /** Picks the settings of {@code root} out of the variables; an unknown one is a problem. */
  public static ConfigTree read(Class<? extends Record> root, Map<String, String> variables) {
    Map<String, String> keys = new HashMap<>();
    for (SettingsReference.Entry entry : SettingsReference.of(root)) {
      keys.put(variable(entry.key()), entry.key());
    }
    ConfigTree tree = new ConfigTree();
    List<String> problems = new ArrayList<>();
    variables.forEach(
        (name, value) -> {
          if (!name.startsWith(PREFIX) || RESERVED.contains(name)) {
            return;
          }
          String key = keys.get(name);
          if (key == null) {
            problems.add(
                "the variable "
                    + name
                    + " names no setting: unset it, or see 'moneyprinter config'");
          } else {
            tree.put(key, new ConfigTree.Written(List.of(value), false, "variable " + name));
          }
        });
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return tree;
  }

  /** The variable that sets a key. */
  public static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
