package io.moneyprinter.platform.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes configuration records out of what is written; finds every problem before it gives up. */
public final class SettingsBinder {
  private final ConfigTree tree;
  private final ReferredValues values;
  private final List<String> problems = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private SettingsBinder(ConfigTree tree, SecretSource secrets) {
    this.tree = tree;
    this.values = new ReferredValues(secrets, problems);
  }

  /**
   * Binds a whole configuration.
   *
   * @param variables the process environment, for secrets written {@code env:NAME}
   * @throws SettingsException naming every unknown key and wrong value
   */
  public static <T extends Record> T bind(
      Class<T> root, ConfigTree tree, Map<String, String> variables) {
    return bind(root, tree, new LocalSecrets(variables));
  }

  /**
   * Binds a whole configuration.
   *
   * @param secrets gives what settings refer to; what it cannot give is a problem like any other
   * @throws SettingsException naming every unknown key and wrong value, and no secret
   */
  public static <T extends Record> T bind(Class<T> root, ConfigTree tree, SecretSource secrets) {
    SettingsBinder binder = new SettingsBinder(tree, secrets);
    T config = binder.record(root, "");
    binder.refuseUnknown(root);
    if (!binder.problems.isEmpty()) {
      throw new SettingsException(binder.problems);
    }
    return config;
  }

  /**
   * Binds one group alone, before the rest can be: for what says where secrets are. Keys outside of
   * the group are not looked at.
   */
  public static <T extends Record> T group(
      Class<T> type, String prefix, ConfigTree tree, SecretSource secrets) {
    SettingsBinder binder = new SettingsBinder(tree, secrets);
    T group = binder.record(type, prefix);
    if (!binder.problems.isEmpty()) {
      throw new SettingsException(binder.problems);
    }
    return group;
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
      return written.map(w -> items(key, w)).orElseGet(() -> split(setting.value()));
    }
    String text = written.map(ConfigTree.Written::single).orElse(setting.value());
    if (text.isEmpty() && type.isOptional()) {
      return Optional.empty();
    }
    String origin = written.map(ConfigTree.Written::origin).orElse("its default");
    try {
      String resolved =
          setting.secret() ? values.secret(key, text, origin) : values.plain(key, text, origin);
      Object parsed = resolved == null ? null : type.parse(resolved, setting);
      return type.isOptional() ? Optional.ofNullable(parsed) : parsed;
    } catch (IllegalArgumentException e) {
      problems.add(
          key
              + " ("
              + origin
              + "): '"
              + (setting.secret() || text.startsWith(SecretReference.SCHEME) ? "…" : text)
              + "' cannot be used; it takes "
              + type.allowed(setting));
      return null;
    }
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
                String value = values.plain(full, written.single(), written.origin());
                map.put(full.substring(key.length() + 1), value == null ? "" : value);
              }
            });
    return map;
  }

  private List<String> items(String key, ConfigTree.Written written) {
    if (!written.list()) {
      String text = values.plain(key, written.single(), written.origin());
      return text == null ? List.of() : split(text);
    }
    return written.items().stream()
        .map(item -> values.plain(key, item, written.origin()))
        .filter(Objects::nonNull)
        .toList();
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
