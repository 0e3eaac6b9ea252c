package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A typeface that text may be set in. The font behind it is loaded on first use and kept; the
 * fingerprint likewise. Safe for use by many threads.
 */
final class FontFace {
  private final String family;
  private final boolean bold;
  private final Once<Font> font;
  private final Once<String> fingerprint;

  /**
   * @param fingerprint tells two faces apart that draw differently, whatever they are called
   */
  FontFace(String family, boolean bold, Supplier<Font> font, Supplier<String> fingerprint) {
    this.family = Objects.requireNonNull(family, "family");
    this.bold = bold;
    this.font = new Once<>(font);
    this.fingerprint = new Once<>(fingerprint);
  }

  /** A face whose font is already at hand. */
  static FontFace of(Font font, Supplier<String> fingerprint) {
    String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
    boolean bold = name.contains("bold") || name.contains("black") || name.contains("heavy");
    return new FontFace(font.getFamily(Locale.ROOT), bold, () -> font, fingerprint);
  }

  String family() {
    return family;
  }

  boolean bold() {
    return bold;
  }

  /** At size 1; never {@code null}. */
  Font font() {
    return font.get();
  }

  String fingerprint() {
    return fingerprint.get();
  }

  boolean shows(int codePoint) {
    return font().canDisplay(codePoint);
  }

  private static final class Once<T> implements Supplier<T> {
    private Supplier<T> source;
    private T value;

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public synchronized T get() {
      if (source != null) {
        value = Objects.requireNonNull(source.get());
        source = null;
      }
      return value;
    }
  }
}
