package io.moneyprinter.platform.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads settings from variables: {@code MONEYPRINTER_VIDEO_ENCODE_SLOTS=2}. */
public final class EnvironmentLayer {
  /** Variables with the prefix that are not settings. */
  private static final Set<String> RESERVED =
      Set.of(
          "MONEYPRINTER_ENVIRONMENT",
          "MONEYPRINTER_CONF",
          "MONEYPRINTER_HOME",
          "MONEYPRINTER_JAVA_OPTS",
          "MONEYPRINTER_URL",
          "MONEYPRINTER_API_KEY");

  private static final String PREFIX = "MONEYPRINTER_";

  private EnvironmentLayer() {}

  /** Picks the settings of {@code root} out of the variables; an unknown one is a problem. */
  public static ConfigTree read(Class<? extends Record> root, Map<String, String> variables) {
    Map<String, String> keys = new HashMap<>();
    Map<Pattern, String> named = new LinkedHashMap<>();
    for (SettingsReference.Entry entry : SettingsReference.of(root)) {
      if (entry.key().contains(SettingsReference.NAME)) {
        named.put(pattern(entry.key()), entry.key());
      } else {
        keys.put(variable(entry.key()), entry.key());
      }
    }
    ConfigTree tree = new ConfigTree();
    List<String> problems = new ArrayList<>();
    variables.forEach(
        (name, value) -> {
          if (!name.startsWith(PREFIX) || RESERVED.contains(name)) {
            return;
          }
          String key = keys.containsKey(name) ? keys.get(name) : named(named, name);
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

  /** Matches the variables of a setting in a group of named parts. */
  private static Pattern pattern(String key) {
    int at = key.indexOf(SettingsReference.NAME);
    return Pattern.compile(
        variable(key.substring(0, at))
            + "([A-Z0-9_]+)"
            + variable(key.substring(at + SettingsReference.NAME.length()))
                .substring(PREFIX.length()));
  }

  /** The key of a variable with a name in it, the shortest name first; else {@code null}. */
  private static String named(Map<Pattern, String> named, String variable) {
    return named.entrySet().stream()
        .map(
            entry -> {
              Matcher matcher = entry.getKey().matcher(variable);
              return matcher.matches()
                  ? entry
                      .getValue()
                      .replace(
                          SettingsReference.NAME,
                          matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                  : null;
            })
        .filter(Objects::nonNull)
        .min(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  /** The variable that sets a key. */
  public static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
