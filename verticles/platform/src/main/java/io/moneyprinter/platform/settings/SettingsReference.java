package io.moneyprinter.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists every setting of a configuration record, for the binder, the reference page and errors. */
public final class SettingsReference {
  /** Stands in a key for a name that the operator chooses. */
  public static final String NAME = "<name>";

  /**
   * One setting.
   *
   * @param key full dotted key
   * @param allowed what may be written
   * @param fallback its default as written; "" when it has none
   */
  public record Entry(String key, String doc, String allowed, String fallback, boolean secret) {}

  private SettingsReference() {}

  /** All settings below a record, in declared order. */
  public static List<Entry> of(Class<? extends Record> root) {
    List<Entry> entries = new ArrayList<>();
    collect(root, "", entries);
    return List.copyOf(entries);
  }

  /**
   * The same, where each group of named parts stands once for every name that is written.
   *
   * @see #NAME
   */
  public static List<Entry> of(Class<? extends Record> root, ConfigTree tree) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : of(root)) {
      int at = entry.key().indexOf("." + NAME);
      if (at < 0) {
        entries.add(entry);
      } else {
        for (String name : tree.names(entry.key().substring(0, at))) {
          entries.add(
              new Entry(
                  entry.key().replace(NAME, name),
                  entry.doc(),
                  entry.allowed(),
                  entry.fallback(),
                  entry.secret()));
        }
      }
    }
    return List.copyOf(entries);
  }

  /**
   * Which of the written settings refer to a secret elsewhere, by full key. An item of a list
   * counts for its setting. References that cannot be read are left out: binding tells of them.
   */
  public static Map<String, SecretReference> secrets(
      Class<? extends Record> root, ConfigTree tree) {
    Set<String> secret =
        of(root, tree).stream()
            .filter(Entry::secret)
            .map(Entry::key)
            .collect(Collectors.toUnmodifiableSet());
    Map<String, SecretReference> found = new LinkedHashMap<>();
    tree.all()
        .forEach(
            (key, written) ->
                written
                    .items()
                    .forEach(
                        text -> {
                          try {
                            (secret.contains(key)
                                    ? SecretReference.parseSecret(text)
                                    : SecretReference.parse(text))
                                .ifPresent(reference -> found.put(key, reference));
                          } catch (IllegalArgumentException toldByBinding) {
                            return;
                          }
                        }));
    return found;
  }

  private static void collect(Class<?> type, String prefix, List<Entry> entries) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = key(prefix, component);
      Optional<Class<? extends Record>> part = SettingType.partOf(component);
      if (part.isPresent()) {
        collect(part.get(), key + "." + NAME, entries);
      } else if (component.getType().isRecord() && component.getType() != DataSize.class) {
        collect(component.getType(), key, entries);
      } else {
        Setting setting = settingOf(component, key);
        entries.add(
            new Entry(
                key,
                setting.doc(),
                SettingType.of(component).allowed(setting),
                setting.value(),
                setting.secret()));
      }
    }
  }

  static Setting settingOf(RecordComponent component, String key) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException("The setting " + key + " lacks its @Setting");
    }
    return setting;
  }

  /** {@code encodeSlots} under {@code video} is written {@code video.encode-slots}. */
  static String key(String prefix, RecordComponent component) {
    String name =
        component.getName().replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
