package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Draws a scene's title: a bar grows, the lines rise into place one after the other, stay, and
 * fade. It stands in the upper third, or in the middle when the captions are at the top. Takes some
 * 300 ms: call it on a worker. Safe for use by many threads.
 */
public final class TitleStrips {
  /** Of the reference width. */
  private static final double SIZE = 0.092;

  private static final double RISE_SECONDS = 0.45;
  private static final double STAGGER_SECONDS = 0.1;
  private static final double FADE_SECONDS = 0.3;
  private static final double LONGEST_SECONDS = 3.2;
  private static final double SHORTEST_SECONDS = 1.2;

  private final FontBook fonts;

  public TitleStrips(FontBook fonts) {
    this.fonts = fonts;
  }

  /** A line of the title, ready to be laid anywhere. */
  private record Line(BufferedImage picture) {}

  /**
   * @param style gives font, colours and where the captions are
   * @param title may be {@code null} or blank
   * @param language BCP 47 tag of the title
   * @param from frame at which it begins to show
   * @param frames length of the segment
   * @param folder where the files go; must exist and be this segment's own
   * @return empty without a title, or when there is no time to read one
   */
  public Optional<StripTrack> draw(
      Canvas canvas,
      CaptionStyle style,
      String title,
      String language,
      int from,
      int frames,
      Path folder) {
    int fps = canvas.fps();
    int shown = Math.min(frames - from, (int) (LONGEST_SECONDS * fps));
    List<String> words = title == null ? List.of() : SpokenWords.words(title, language);
    if (words.isEmpty() || shown < SHORTEST_SECONDS * fps) {
      return Optional.empty();
    }
    boolean captionsAtTop = style.enabled() && style.position() == CaptionStyle.Position.TOP;
    PlacedText placed =
        new TextBlock(fonts, canvas)
            .place(
                words,
                style.font(),
                SIZE * TextBlock.reference(canvas),
                captionsAtTop ? CaptionStyle.Position.CENTER : CaptionStyle.Position.TOP);
    Rectangle region = region(canvas, placed);
    Scene scene = new Scene(placed, style, region, barTop(placed));
    int fade = Math.max(1, (int) Math.round(FADE_SECONDS * fps));
    int settled = (int) Math.ceil((RISE_SECONDS + STAGGER_SECONDS * scene.lines.size()) * fps);
    StripWriter strips = new StripWriter(folder, "title", region, fps).showNothing(from);
    for (int frame = 0; frame < settled; frame++) {
      double seconds = (frame + 1) / (double) fps;
      strips.show("in-%02d".formatted(frame), 1, () -> scene.rising(seconds));
    }
    strips.show("still", shown - settled - fade, () -> scene.rising(RISE_SECONDS * 9));
    for (int frame = 0; frame < fade; frame++) {
      double left = 1 - (frame + 1) / (double) (fade + 1);
      strips.show("out-%02d".formatted(frame), 1, () -> scene.fading(left));
    }
    return Optional.of(strips.showNothing(frames - from - shown).finish());
  }

  private static double barTop(PlacedText placed) {
    return placed.words().stream().mapToDouble(word -> word.cell().getY()).min().orElse(0);
  }

  /** The title with its bar, and the way that it rises. */
  private static Rectangle region(Canvas canvas, PlacedText placed) {
    Rectangle2D bounds = placed.words().get(0).cell();
    for (PlacedWord word : placed.words()) {
      bounds = bounds.createUnion(word.cell()).createUnion(word.outline().getBounds2D());
    }
    double reach = placed.size() * 0.45;
    SafeArea safe = SafeArea.of(canvas);
    int left = (int) Math.ceil(Math.max(safe.left(), bounds.getMinX() - reach) / 2) * 2;
    int top = (int) Math.ceil(Math.max(safe.top(), bounds.getMinY()) / 2) * 2;
    int right = (int) (Math.min(safe.right(), bounds.getMaxX() + reach) / 2) * 2;
    int bottom = (int) (Math.min(safe.bottom(), bounds.getMaxY() + 2.2 * reach) / 2) * 2;
    return new Rectangle(left, top, right - left, bottom - top);
  }

  /** What moves. */
  private static final class Scene {
    private final PlacedText placed;
    private final Rectangle region;
    private final Color accent;
    private final List<Line> lines;
    private final double centre;
    private final double bar;

    Scene(PlacedText placed, CaptionStyle style, Rectangle region, double bar) {
      this.placed = placed;
      this.region = region;
      this.bar = bar;
      this.accent = Color.decode(style.highlight());
      Rectangle2D all = placed.words().get(0).cell();
      for (PlacedWord word : placed.words()) {
        all = all.createUnion(word.cell());
      }
      this.centre = all.getCenterX();
      this.lines =
          placed.words().stream()
              .collect(
                  Collectors.groupingBy(
                      word -> word.cell().getY(), TreeMap::new, Collectors.toList()))
              .values()
              .stream()
              .map(words -> line(words, style))
              .toList();
    }

    private Line line(List<PlacedWord> words, CaptionStyle style) {
      BufferedImage picture =
          new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
      AffineTransform move =
          AffineTransform.getTranslateInstance(-region.x, -region.y + placed.size() * 0.3);
      List<Shape> letters =
          words.stream().map(word -> move.createTransformedShape(word.outline())).toList();
      BasicStroke rim =
          new BasicStroke(
              (float) (placed.size() * 0.09), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      List<Shape> rims = letters.stream().map(rim::createStrokedShape).toList();
      Color outline = Color.decode(style.outline());
      SoftShadow.paint(picture, rims, (int) Math.ceil(placed.size() * 0.06), outline, 0.75);
      Graphics2D graphics = smooth(picture);
      graphics.setColor(outline);
      rims.forEach(graphics::fill);
      graphics.setColor(Color.decode(style.color()));
      letters.forEach(graphics::fill);
      graphics.dispose();
      return new Line(picture);
    }

    BufferedImage rising(double seconds) {
      BufferedImage frame =
          new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = smooth(frame);
      double grown = settle(seconds / (RISE_SECONDS * 0.8));
      double size = placed.size();
      double length = size * 1.15 * grown;
      Shape shape =
          new RoundRectangle2D.Double(
              centre - region.x - length / 2,
              bar - region.y + size * 0.12,
              length,
              size * 0.1,
              size * 0.1,
              size * 0.1);
      graphics.setColor(accent);
      graphics.fill(shape);
      for (int i = 0; i < lines.size(); i++) {
        double way = settle((seconds - STAGGER_SECONDS * (i + 1)) / RISE_SECONDS);
        if (way > 0) {
          graphics.setComposite(
              AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.min(1, way * 1.15)));
          graphics.drawImage(
              lines.get(i).picture(),
              AffineTransform.getTranslateInstance(0, (1 - way) * size * 0.45),
              null);
        }
      }
      graphics.dispose();
      return frame;
    }

    BufferedImage fading(double left) {
      BufferedImage frame =
          new BufferedImage(region.width, region.height, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = smooth(frame);
      graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) left));
      graphics.drawImage(rising(RISE_SECONDS * 9), 0, 0, null);
      graphics.dispose();
      return frame;
    }

    /** Fast at first, then ever slower: a cubic that ends at rest. */
    private static double settle(double way) {
      double rest = 1 - Math.max(0, Math.min(1, way));
      return 1 - rest * rest * rest;
    }

    private static Graphics2D smooth(BufferedImage image) {
      Graphics2D graphics = image.createGraphics();
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      return graphics;
    }
  }
}
