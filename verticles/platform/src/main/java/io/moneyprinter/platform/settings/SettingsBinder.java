package io.moneyprinter.platform.settings;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes configuration records out of what is written; finds every problem before it gives up. */
public final class SettingsBinder {
  private final ConfigTree tree;
  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private SettingsBinder(ConfigTree tree, Map<String, String> variables) {
    this.tree = tree;
    this.variables = variables;
  }

  /**
   * Binds a whole configuration.
   *
   * @param variables the process environment, for secrets written {@code env:NAME}
   * @throws SettingsException naming every unknown key and wrong value
   */
  public static <T extends Record> T bind(
      Class<T> root, ConfigTree tree, Map<String, String> variables) {
    SettingsBinder binder = new SettingsBinder(tree, variables);
    T config = binder.record(root, "");
    binder.refuseUnknown(root);
    if (!binder.problems.isEmpty()) {
      throw new SettingsException(binder.problems);
    }
    return config;
  }

  private <T> T record(Class<T> type, String prefix) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    int before = problems.size();
    for (int i = 0; i < components.length; i++) {
      String key = SettingsReference.key(prefix, components[i]);
      Class<?> part = components[i].getType();
      arguments[i] =
          part.isRecord() && part != DataSize.class ? record(part, key) : value(components[i], key);
    }
    return problems.size() > before ? null : construct(type, components, arguments, prefix);
  }

  private <T> T construct(
      Class<T> type, RecordComponent[] components, Object[] arguments, String prefix) {
    try {
      Constructor<T> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      problems.add((prefix.isEmpty() ? "" : prefix + ": ") + e.getCause().getMessage());
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + type, e);
    }
  }

  private Object value(RecordComponent component, String key) {
    Optional<Class<? extends Record>> part = SettingType.partOf(component);
    if (part.isPresent()) {
      return parts(part.get(), key);
    }
    Setting setting = SettingsReference.settingOf(component, key);
    SettingType type = SettingType.of(component);
    if (type.isMap()) {
      return map(key);
    }
    Optional<ConfigTree.Written> written = tree.written(key);
    used.add(key);
    if (type.isList()) {
      return written.map(w -> items(w)).orElseGet(() -> split(setting.value()));
    }
    String text = written.map(ConfigTree.Written::single).orElse(setting.value());
    if (text.isEmpty() && type.isOptional()) {
      return Optional.empty();
    }
    String origin = written.map(ConfigTree.Written::origin).orElse("its default");
    try {
      String resolved = setting.secret() ? secret(key, text, origin) : text;
      Object parsed = resolved == null ? null : type.parse(resolved, setting);
      return type.isOptional() ? Optional.ofNullable(parsed) : parsed;
    } catch (IllegalArgumentException e) {
      problems.add(
          key
              + " ("
              + origin
              + "): '"
              + (setting.secret() ? "…" : text)
              + "' cannot be used; it takes "
              + type.allowed(setting));
      return null;
    }
  }

  private String secret(String key, String text, String origin) {
    if (text.startsWith("env:")) {
      String value = variables.get(text.substring(4));
      if (value == null) {
        problems.add(key + " (" + origin + "): the variable " + text.substring(4) + " is not set");
      }
      return value;
    }
    if (text.startsWith("file:")) {
      try {
        return Files.readString(Path.of(text.substring(5))).strip();
      } catch (IOException e) {
        problems.add(key + " (" + origin + "): cannot read " + text.substring(5) + " (" + e + ")");
        return null;
      }
    }
    if (!text.isEmpty() && origin.contains(" line ")) {
      problems.add(
          key
              + " ("
              + origin
              + "): a secret may not stand in a file; write env:NAME or file:/path");
    }
    return text;
  }

  /** One record for each name written below the key, in the order written. */
  private Map<String, Record> parts(Class<? extends Record> type, String key) {
    Map<String, Record> parts = new LinkedHashMap<>();
    for (String name : tree.names(key)) {
      parts.put(name, record(type, key + "." + name));
    }
    return Collections.unmodifiableMap(parts);
  }

  private Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    tree.all()
        .forEach(
            (full, written) -> {
              if (full.startsWith(key + ".")) {
                used.add(full);
                map.put(full.substring(key.length() + 1), written.single());
              }
            });
    return map;
  }

  private static List<String> items(ConfigTree.Written written) {
    return written.list() ? written.items() : split(written.single());
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private void refuseUnknown(Class<? extends Record> root) {
    List<String> known = SettingsReference.of(root).stream().map(e -> e.key()).toList();
    tree.all()
        .forEach(
            (key, written) -> {
              if (!used.contains(key)) {
                problems.add(
                    key + " (" + written.origin() + "): no such setting; " + suggest(key, known));
              }
            });
  }

  private static String suggest(String key, List<String> known) {
    String group = key.contains(".") ? key.substring(0, key.lastIndexOf('.') + 1) : "";
    List<String> near = known.stream().filter(k -> k.startsWith(group)).limit(12).toList();
    if (group.isEmpty() || near.isEmpty()) {
      near = known.stream().map(k -> k.replaceAll("\\..*", "")).distinct().toList();
    }
    return "known here: " + String.join(", ", near);
  }
}
