package io.moneyprinter.video.fonts;

import java.awt.font.GlyphVector;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The colours of a font's glyphs, which Java2D does not draw. Safe for use by many threads. */
interface ColorTables {
  /**
   * A glyph with its colours and the room it takes.
   *
   * @param picture its baseline begins at (0, 0)
   * @param advance pixels to where the next one begins
   */
  record Colored(ColorGlyph picture, double advance) {}

  /**
   * @param glyphs shaped at the wanted size
   * @param index of one of them
   * @return empty when it has no colours
   */
  Optional<Colored> glyph(GlyphVector glyphs, int index);

  /**
   * What a font file has; empty when it has none of the forms known here.
   *
   * @throws IndexOutOfBoundsException when the file is cut off
   */
  static Optional<ColorTables> of(ByteBuffer file) {
    SfntTables tables = new SfntTables(file);
    Optional<ColorTables> layers =
        tables
            .table("COLR")
            .flatMap(colr -> tables.table("CPAL").map(cpal -> new LayerTables(colr, cpal)))
            .filter(LayerTables::any)
            .map(found -> found);
    return layers.or(
        () ->
            tables
                .table("CBLC")
                .flatMap(cblc -> tables.table("CBDT").map(cbdt -> new BitmapTables(cblc, cbdt))));
  }
}
