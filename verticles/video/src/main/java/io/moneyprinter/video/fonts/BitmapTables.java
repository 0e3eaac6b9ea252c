package io.moneyprinter.video.fonts;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Coloured glyphs as PNG pictures: CBDT with its index CBLC. Of several sizes the largest is taken
 * and made smaller.
 */
final class BitmapTables implements ColorTables {
  private static final Logger LOG = LoggerFactory.getLogger(BitmapTables.class);
  private static final int STRIKE_RECORD = 48;

  /** Metrics of this form stand before the picture, in five bytes. */
  private static final int SMALL_METRICS_PNG = 17;

  /** Metrics of this form stand before the picture, in eight bytes. */
  private static final int BIG_METRICS_PNG = 18;

  private final ByteBuffer cblc;
  private final ByteBuffer cbdt;
  private int strike;
  private int pixelsPerEm;

  BitmapTables(ByteBuffer cblc, ByteBuffer cbdt) {
    this.cblc = cblc;
    this.cbdt = cbdt;
    for (int i = 0; i < cblc.getInt(4); i++) {
      int at = 8 + STRIKE_RECORD * i;
      int size = Byte.toUnsignedInt(cblc.get(at + 45));
      if (size > pixelsPerEm) {
        pixelsPerEm = size;
        strike = at;
      }
    }
  }

  @Override
  public Optional<Colored> glyph(GlyphVector glyphs, int index) {
    int glyph = glyphs.getGlyphCode(index);
    int subtables = pixelsPerEm == 0 ? 0 : cblc.getInt(strike + 8);
    int list = pixelsPerEm == 0 ? 0 : cblc.getInt(strike);
    for (int i = 0; i < subtables; i++) {
      int entry = list + 8 * i;
      int first = unsigned(cblc, entry);
      if (glyph >= first && glyph <= unsigned(cblc, entry + 2)) {
        int subtable = list + cblc.getInt(entry + 4);
        double size = glyphs.getFont().getSize2D();
        return place(subtable, glyph - first).flatMap(at -> read(subtable, at, size));
      }
    }
    return Optional.empty();
  }

  /** Where in CBDT a glyph begins; formats 1 and 3 are what fonts use (OpenType, CBLC). */
  private Optional<Integer> place(int subtable, int at) {
    int data = cblc.getInt(subtable + 4);
    int offsets = subtable + 8;
    return switch (unsigned(cblc, subtable)) {
      case 1 -> between(data, cblc.getInt(offsets + 4 * at), cblc.getInt(offsets + 4 * at + 4));
      case 3 ->
          between(data, unsigned(cblc, offsets + 2 * at), unsigned(cblc, offsets + 2 * at + 2));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> between(int data, int from, int to) {
    return to > from ? Optional.of(data + from) : Optional.empty();
  }

  private Optional<Colored> read(int subtable, int at, double size) {
    int metrics =
        switch (unsigned(cblc, subtable + 2)) {
          case SMALL_METRICS_PNG -> 5;
          case BIG_METRICS_PNG -> 8;
          default -> 0;
        };
    if (metrics == 0) {
      return Optional.empty();
    }
    byte[] png = new byte[cbdt.getInt(at + metrics)];
    cbdt.duplicate().position(at + metrics + 4).get(png);
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      double scale = size / pixelsPerEm;
      BufferedImage fitting = image;
      for (double left = scale; left < 0.5; left *= 2) {
        fitting = half(fitting);
      }
      AffineTransform place =
          AffineTransform.getTranslateInstance(cbdt.get(at + 2) * scale, -cbdt.get(at + 3) * scale);
      place.scale(
          scale * image.getWidth() / fitting.getWidth(),
          scale * image.getHeight() / fitting.getHeight());
      double advance = Byte.toUnsignedInt(cbdt.get(at + 4)) * scale;
      return Optional.of(new Colored(new ColorGlyph.Bitmap(fitting, place), advance));
    } catch (IOException e) {
      LOG.warn("A picture in a font cannot be read; the sign is drawn without colour", e);
      return Optional.empty();
    }
  }

  /** Smaller by more than half at once, a picture would lose every other pixel. */
  private static BufferedImage half(BufferedImage image) {
    int width = Math.max(1, (image.getWidth() + 1) / 2);
    int height = Math.max(1, (image.getHeight() + 1) / 2);
    BufferedImage half = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return half;
  }

  private static int unsigned(ByteBuffer table, int at) {
    return Short.toUnsignedInt(table.getShort(at));
  }
}
