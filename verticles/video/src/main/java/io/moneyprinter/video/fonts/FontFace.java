package io.moneyprinter.video.fonts;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A typeface that text may be set in. The font behind it is loaded on first use and kept; the
 * fingerprint likewise. Safe for use by many threads.
 */
final class FontFace {
  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final String family;
  private final boolean bold;
  private final Path file;
  private final boolean known;
  private final Once<Font> font;
  private final Once<String> fingerprint;

  /**
   * One of ours: bold, and known to be of outlines.
   *
   * @param fingerprint tells two faces apart that draw differently, whatever they are called
   */
  FontFace(String family, Supplier<Font> font, Supplier<String> fingerprint) {
    this(family, true, true, null, font, fingerprint);
  }

  private FontFace(
      String family,
      boolean bold,
      boolean known,
      Path file,
      Supplier<Font> font,
      Supplier<String> fingerprint) {
    this.family = Objects.requireNonNull(family, "family");
    this.bold = bold;
    this.known = known;
    this.file = file;
    this.font = new Once<>(font);
    this.fingerprint = new Once<>(fingerprint);
  }

  /**
   * A face from elsewhere, whose font is already at hand.
   *
   * @param file that it was read from; {@code null} when it is not known
   */
  static FontFace of(Font font, Supplier<String> fingerprint, Path file) {
    String name = font.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT);
    boolean bold = name.contains("bold") || name.contains("black") || name.contains("heavy");
    return new FontFace(font.getFamily(Locale.ROOT), bold, false, file, () -> font, fingerprint);
  }

  String family() {
    return family;
  }

  /** The file of an operator's font. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
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

  /** Whether it has an outline for it; fonts of coloured bitmaps have none. */
  boolean shows(int codePoint) {
    if (!font().canDisplay(codePoint)) {
      return false;
    }
    String sign = Character.toString(codePoint);
    return known || !font().createGlyphVector(EXACT, sign).getOutline().getBounds2D().isEmpty();
  }

  static final class Once<T> implements Supplier<T> {
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
