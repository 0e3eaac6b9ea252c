package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.bus.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what is wrong, each with the pointer to it. Not safe for use by many threads. */
final class Faults {
  static final double LEAST_VOLUME = -60;
  static final double MOST_VOLUME = 12;

  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  private final List<Violation> found = new ArrayList<>();

  void add(String pointer, String message) {
    found.add(new Violation(pointer, message));
  }

  /** Adds the fault when it is one. */
  void when(boolean wrong, String pointer, String message) {
    if (wrong) {
      add(pointer, message);
    }
  }

  /** An absent value is good; one that is no number is not. */
  void range(String pointer, Double value, double least, double most, String unit) {
    if (value != null && !(value >= least && value <= most)) {
      String meaning = unit.isEmpty() ? "" : " (" + unit + ")";
      add(pointer, "must be " + plain(least) + " to " + plain(most) + meaning);
    }
  }

  /** More than nothing, up to {@code most}. */
  void positive(String pointer, Double value, double most, String unit) {
    if (value != null && !(value > 0 && value <= most)) {
      add(pointer, "must be more than 0, at most " + plain(most) + " (" + unit + ")");
    }
  }

  void color(String pointer, String color) {
    if (color == null || !COLOR.matcher(color).matches()) {
      add(pointer, "must be a colour such as #FFD54A, not " + color);
    }
  }

  void atMost(String pointer, int size, int most, String what) {
    when(size > most, pointer, "may hold at most " + most + " " + what);
  }

  void volume(String pointer, Double decibels) {
    range(pointer, decibels, LEAST_VOLUME, MOST_VOLUME, "decibels");
  }

  void speed(String pointer, Double speed) {
    range(pointer, speed, 0.25, 4, "1 being the clip's own speed");
  }

  void add(Violation violation) {
    found.add(violation);
  }

  List<Violation> found() {
    return List.copyOf(found);
  }

  static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
