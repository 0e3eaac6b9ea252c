package io.moneyprinter.platform.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the text of one setting becomes a value of its component's type, and how to say so. */
final class SettingType {
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

  private final Class<?> raw;
  private final boolean optional;

  private SettingType(Class<?> raw, boolean optional) {
    this.raw = raw;
    this.optional = optional;
  }

  static SettingType of(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == Optional.class) {
      Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return new SettingType((Class<?>) argument, true);
    }
    return new SettingType(type, false);
  }

  boolean isOptional() {
    return optional;
  }

  boolean isList() {
    return raw == List.class;
  }

  boolean isMap() {
    return raw == Map.class;
  }

  /** The record that each named part of a group consists of; empty for what is no such group. */
  static Optional<Class<? extends Record>> partOf(RecordComponent component) {
    if (component.getType() == Map.class
        && component.getGenericType() instanceof ParameterizedType map
        && map.getActualTypeArguments()[1] instanceof Class<?> part
        && part.isRecord()) {
      return Optional.of(part.asSubclass(Record.class));
    }
    return Optional.empty();
  }

  /** What may be written, for people. */
  String allowed(Setting setting) {
    if (raw.isEnum()) {
      return "one of "
          + String.join(
              ", ", Arrays.stream(raw.getEnumConstants()).map(SettingType::word).toList());
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    }
    if (isNumber()) {
      return range(setting);
    }
    if (raw == Duration.class) {
      return "a time such as 500ms, 30s, 5m, 2h or 7d";
    }
    if (raw == DataSize.class) {
      return "a size such as 512KB, 64MB or 10GB";
    }
    if (isList()) {
      return "a list, or words separated by commas";
    }
    return isMap() ? "names with values" : "text";
  }

  private boolean isNumber() {
    return isInt() || raw == long.class || raw == double.class;
  }

  /** Where a value may be left out, it is boxed. */
  private boolean isInt() {
    return raw == int.class || raw == Integer.class;
  }

  private String range(Setting setting) {
    String kind = raw == double.class ? "a number" : "a whole number";
    boolean low = setting.min() != Double.NEGATIVE_INFINITY;
    boolean high = setting.max() != Double.POSITIVE_INFINITY;
    if (low && high) {
      return kind + " from " + plain(setting.min()) + " to " + plain(setting.max());
    }
    if (low) {
      return kind + ", at least " + plain(setting.min());
    }
    return high ? kind + ", at most " + plain(setting.max()) : kind;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** Reads one value; what cannot be read is an {@link IllegalArgumentException}. */
  Object parse(String text, Setting setting) {
    if (raw == String.class) {
      return text;
    }
    if (raw == boolean.class || raw == Boolean.class) {
      if (text.equals("true") || text.equals("false")) {
        return Boolean.valueOf(text);
      }
      throw new IllegalArgumentException();
    }
    if (isNumber()) {
      return number(text, setting);
    }
    if (raw == Duration.class) {
      return duration(text);
    }
    if (raw == DataSize.class) {
      return DataSize.parse(text);
    }
    if (raw.isEnum()) {
      for (Object constant : raw.getEnumConstants()) {
        if (word(constant).equals(text.toLowerCase(Locale.ROOT))) {
          return constant;
        }
      }
      throw new IllegalArgumentException();
    }
    throw new IllegalStateException("No setting can be of " + raw);
  }

  private Object number(String text, Setting setting) {
    double value = Double.parseDouble(text);
    if (!(value >= setting.min() && value <= setting.max())) {
      throw new IllegalArgumentException();
    }
    if (isInt()) {
      return Integer.parseInt(text);
    }
    return raw == long.class ? (Object) Long.parseLong(text) : (Object) value;
  }

  private static Duration duration(String text) {
    Matcher m = DURATION.matcher(text.strip());
    if (!m.matches()) {
      throw new IllegalArgumentException();
    }
    long amount = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String word(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
