package io.moneyprinter.video.fonts;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.GlyphVector;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coloured glyphs as outlines over one another: COLR version 0 with the first palette of CPAL. */
final class LayerTables implements ColorTables {
  private static final int TEXT_COLOR = 0xffff;
  private static final int BASE_RECORD = 6;
  private static final int LAYER_RECORD = 4;

  private final ByteBuffer colr;
  private final ByteBuffer cpal;
  private final int bases;
  private final int baseRecords;
  private final int layerRecords;
  private final int layers;

  LayerTables(ByteBuffer colr, ByteBuffer cpal) {
    this.colr = colr;
    this.cpal = cpal;
    this.bases = unsigned(colr, 2);
    this.baseRecords = colr.getInt(4);
    this.layerRecords = colr.getInt(8);
    this.layers = unsigned(colr, 12);
  }

  /** Fonts whose glyphs are all of version 1 (gradients) have none. */
  boolean any() {
    return bases > 0;
  }

  @Override
  public Optional<Colored> glyph(GlyphVector glyphs, int index) {
    int base = find(glyphs.getGlyphCode(index));
    if (base < 0) {
      return Optional.empty();
    }
    int first = unsigned(colr, base + 2);
    int count = Math.min(unsigned(colr, base + 4), layers - first);
    Font font = glyphs.getFont();
    List<ColorGlyph.Layer> found = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      int at = layerRecords + LAYER_RECORD * i;
      found.add(
          new ColorGlyph.Layer(
              font.createGlyphVector(glyphs.getFontRenderContext(), new int[] {unsigned(colr, at)})
                  .getOutline(),
              color(unsigned(colr, at + 2))));
    }
    double advance = glyphs.getGlyphMetrics(index).getAdvanceX();
    return Optional.of(new Colored(new ColorGlyph.Layers(found), advance));
  }

  /** The records are in the order of their glyphs. */
  private int find(int glyph) {
    int low = 0;
    int high = bases - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int at = baseRecords + BASE_RECORD * middle;
      int here = unsigned(colr, at);
      if (here == glyph) {
        return at;
      }
      if (here < glyph) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private Color color(int entry) {
    if (entry == TEXT_COLOR) {
      return null;
    }
    int at = cpal.getInt(8) + 4 * (unsigned(cpal, 12) + entry);
    return new Color(
        Byte.toUnsignedInt(cpal.get(at + 2)),
        Byte.toUnsignedInt(cpal.get(at + 1)),
        Byte.toUnsignedInt(cpal.get(at)),
        Byte.toUnsignedInt(cpal.get(at + 3)));
  }

  private static int unsigned(ByteBuffer table, int at) {
    return Short.toUnsignedInt(table.getShort(at));
  }
}
