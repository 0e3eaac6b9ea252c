package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.Ink;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Paints placed words, one of them marked as the spoken one. Not for several threads. */
final class CaptionPainter {
  private static final double SHADOW_STRENGTH = 0.62;

  /** More than whole: light fills the gaps between letters. */
  private static final double GLOW_STRENGTH = 1.9;

  /** Letters stand between these shares of the em square below the top of their line. */
  private static final double CAPITALS_TOP = 0.2;

  private static final double BASELINE = 0.94;

  private final CaptionStyle style;
  private final CaptionColors colors;
  private final Stroke stroke;
  private final WordMotion motion;

  /** The text painted last: its looks come one after the other. */
  private RestingText resting;

  CaptionPainter(CaptionStyle style, Spring spring) {
    this.style = style;
    this.colors = CaptionColors.of(style);
    this.stroke = Stroke.of(style);
    this.motion = new WordMotion(spring);
  }

  /** A word in the pixels of the region, with the paint of its letters. */
  private record Drawn(Ink ink, Shape rim, Shape box, Paint paint) {}

  /**
   * @param region the part of the canvas that the image shows
   */
  BufferedImage paint(PlacedText placed, Look look, Rectangle region) {
    BufferedImage words =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    if (look.visible() == 0) {
      return words;
    }
    paintWords(words, placed, look, region);
    if (style.background() == CaptionStyle.Background.NONE) {
      return words;
    }
    BufferedImage image =
        new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(colors.background());
    graphics.fill(
        moved(region)
            .createTransformedShape(CaptionSurfaces.background(placed, style.background())));
    graphics.drawImage(words, 0, 0, null);
    graphics.dispose();
    return image;
  }

  private void paintWords(BufferedImage image, PlacedText placed, Look look, Rectangle region) {
    List<Drawn> words = drawn(placed, look, region);
    shade(image, placed, look, words);
    Graphics2D graphics = smooth(image);
    graphics.setColor(colors.outline());
    words.stream().filter(this::rimmed).forEach(word -> graphics.fill(word.rim()));
    for (int i = 0; i < words.size(); i++) {
      if (i != look.spoken()) {
        letters(graphics, words.get(i));
      }
    }
    if (look.spoken() != Look.NONE) {
      Drawn spoken = words.get(look.spoken());
      if (spoken.box() != null) {
        graphics.setColor(colors.highlight());
        graphics.fill(spoken.box());
      } else if (rimmed(spoken)) {
        graphics.setColor(colors.outline());
        graphics.fill(spoken.rim());
      }
      letters(graphics, spoken);
    }
    graphics.dispose();
  }

  private boolean rimmed(Drawn word) {
    return word.box() == null && stroke.rim() > 0;
  }

  private void letters(Graphics2D graphics, Drawn word) {
    graphics.setPaint(word.paint());
    graphics.fill(word.ink().outline());
    Color plain = word.paint() instanceof Color color ? color : colors.text();
    word.ink().pictures().forEach(picture -> picture.paint(graphics, plain));
  }

  /** Below the letters, whatever is drawn for them later: a dark shade, or the light of a glow. */
  private void shade(BufferedImage image, PlacedText placed, Look look, List<Drawn> words) {
    int blur = Math.max(1, (int) Math.round(placed.size() * stroke.blur()));
    if (colors.glow() != null) {
      SoftShadow light = new SoftShadow(blur, colors.glow(), GLOW_STRENGTH);
      shade(image, look, words, new AffineTransform(), light);
    } else if (style.shadow()) {
      SoftShadow dark = new SoftShadow(blur, colors.outline(), SHADOW_STRENGTH);
      AffineTransform drop = AffineTransform.getTranslateInstance(0, placed.size() * 0.035);
      shade(image, look, words, drop, dark);
    }
  }

  /** The shade of a word that is only marked stays as it is; one that springs takes it along. */
  private void shade(
      BufferedImage image, Look look, List<Drawn> words, AffineTransform drop, SoftShadow shadow) {
    if (look.step() == Look.NONE) {
      resting.shade(image, words.size(), drop, shadow);
    } else {
      shadow.paint(
          image, words.stream().map(word -> drop.createTransformedShape(word.rim())).toList());
    }
  }

  private List<Drawn> drawn(PlacedText placed, Look look, Rectangle region) {
    AffineTransform toImage = moved(region);
    if (resting == null || !resting.isOf(placed)) {
      resting = new RestingText(placed, toImage, stroke.rim() * placed.size());
    }
    AffineTransform all =
        style.springs() && look.moving() == Look.ALL ? whole(placed, look, region) : null;
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < look.visible(); i++) {
      PlacedWord word = placed.words().get(i);
      boolean spoken = i == look.spoken();
      boolean boxed = spoken && style.mode() == CaptionStyle.Mode.BOXED;
      Ink ink = resting.ink(i);
      Shape rim = resting.rim(i);
      Shape box = boxed ? toImage.createTransformedShape(CaptionSurfaces.box(placed, word)) : null;
      AffineTransform change = all != null ? all : motion(ink, box, i, placed.size(), look, region);
      if (!change.isIdentity()) {
        ink = ink.transformed(change);
        rim = change.createTransformedShape(rim);
        box = box == null ? null : change.createTransformedShape(box);
      }
      drawn.add(new Drawn(ink, rim, box, paint(word, region, spoken)));
    }
    return drawn;
  }

  private AffineTransform motion(
      Ink ink, Shape box, int word, double size, Look look, Rectangle region) {
    if (style.springs() && word == look.moving()) {
      return box == null
          ? motion.sprung(ink.bounds(), stroke.spread() * size, size, look.step(), region)
          : motion.sprung(box.getBounds2D(), 0, size, look.step(), region);
    }
    return word == look.spoken() && style.mode() == CaptionStyle.Mode.KARAOKE
        ? motion.spoken(ink, size)
        : new AffineTransform();
  }

  private AffineTransform whole(PlacedText placed, Look look, Rectangle region) {
    Rectangle2D bounds = new Rectangle2D.Double();
    for (PlacedWord word : placed.words()) {
      Rectangle2D ink = word.ink().transformed(moved(region)).bounds();
      bounds = bounds.isEmpty() ? ink : bounds.createUnion(ink);
    }
    return motion.sprung(
        bounds, stroke.spread() * placed.size(), placed.size(), look.step(), region);
  }

  private Paint paint(PlacedWord word, Rectangle region, boolean spoken) {
    if (spoken) {
      return style.mode() == CaptionStyle.Mode.BOXED ? colors.onHighlight() : colors.highlight();
    }
    double top = word.cell().getY() - region.y;
    double height = word.cell().getHeight();
    return colors.text(top + CAPITALS_TOP / 1.2 * height, top + BASELINE / 1.2 * height);
  }

  private static AffineTransform moved(Rectangle region) {
    return AffineTransform.getTranslateInstance(-region.x, -region.y);
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }
}
