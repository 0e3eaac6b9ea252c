package io.moneyprinter.video;

import io.moneyprinter.video.fonts.FontBook;
import java.nio.file.Path;

/** The fonts that travel in the jar and those of the machine, unpacked once for all tests. */
public final class ShippedFonts {
  public static final Path CACHE = Path.of("target", "font-cache").toAbsolutePath();

  private ShippedFonts() {}

  public static FontBook book() {
    return new FontBook(null, CACHE);
  }
}
