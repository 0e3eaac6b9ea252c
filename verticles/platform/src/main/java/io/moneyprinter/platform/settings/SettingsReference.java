package io.moneyprinter.platform.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists every setting of a configuration record, for the binder, the reference page and errors. */
public final class SettingsReference {
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

  private static void collect(Class<?> type, String prefix, List<Entry> entries) {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = key(prefix, component);
      if (component.getType().isRecord() && component.getType() != DataSize.class) {
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
