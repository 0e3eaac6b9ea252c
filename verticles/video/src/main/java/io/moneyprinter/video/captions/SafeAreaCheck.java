package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells whether captions, as they will be drawn, leave what is safe on a platform, or had to become
 * too small to read. Lays out text: call it on a worker. Safe for use by many threads.
 */
public final class SafeAreaCheck {
  /** Below this share of the wanted size letters are hard to read on a phone. */
  private static final double SMALL = 0.6;

  /** Anti-aliasing may reach so many pixels further. */
  private static final double TOLERANCE = 1;

  private final FontBook fonts;

  public SafeAreaCheck(FontBook fonts) {
    this.fonts = fonts;
  }

  /** The edges of a canvas. */
  public enum Edge {
    LEFT,
    TOP,
    RIGHT,
    BOTTOM
  }

  /** What is wrong with a caption. */
  public sealed interface Finding {
    /** Which caption, from 0. */
    int caption();

    /** For people. */
    String sentence();
  }

  /**
   * Letters or what surrounds them lie where a player may draw its own things.
   *
   * @param pixels how far they reach over the edge of the safe area
   */
  public record Outside(int caption, Edge edge, double pixels, CaptionStyle.Platform platform)
      implements Finding {
    @Override
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "Caption %d reaches %.0f pixels over the %s edge of what is free on %s: choose"
              + " another position, a smaller size or captions.safeArea %s",
          caption + 1,
          pixels,
          edge.name().toLowerCase(Locale.ROOT),
          platform == CaptionStyle.Platform.ALL
              ? "all platforms"
              : platform.name().toLowerCase(Locale.ROOT),
          platform.name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * Letters were made smaller to fit.
   *
   * @param share of the size that was asked for, 0 to 1
   */
  public record TooSmall(int caption, double share) implements Finding {
    @Override
    public String sentence() {
      return String.format(
          Locale.ROOT,
          "Caption %d is drawn at %.0f %% of its size to fit: use fewer or shorter words at a"
              + " time, more lines, or a smaller size",
          caption + 1,
          share * 100);
    }
  }

  /** Measures against the platform that the style itself names. */
  public List<Finding> check(Canvas canvas, CaptionStyle style, List<Caption> captions) {
    return check(canvas, style, captions, style.safeArea());
  }

  /**
   * @param platform where the video will be shown
   * @return empty when all is well, or captions are not drawn at all
   * @throws io.moneyprinter.codecs.bus.ServiceFailure INVALID for an unknown font name
   */
  public List<Finding> check(
      Canvas canvas, CaptionStyle style, List<Caption> captions, CaptionStyle.Platform platform) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; style.enabled() && i < captions.size(); i++) {
      if (!captions.get(i).words().isEmpty()) {
        CaptionLayout layout =
            CaptionLayout.of(
                fonts, canvas, style, new Spring(canvas.fps()), List.of(captions.get(i)));
        outside(i, extent(layout, style), SafeArea.of(canvas, platform), platform, findings);
        double share =
            layout.texts().stream().mapToDouble(PlacedText::size).min().orElseThrow()
                / CaptionLayout.size(canvas, style);
        if (share < SMALL) {
          findings.add(new TooSmall(i, share));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static void outside(
      int caption,
      Rectangle2D extent,
      SafeArea safe,
      CaptionStyle.Platform platform,
      List<Finding> findings) {
    double[] over = {
      safe.left() - extent.getMinX(),
      safe.top() - extent.getMinY(),
      extent.getMaxX() - safe.right(),
      extent.getMaxY() - safe.bottom()
    };
    for (Edge edge : Edge.values()) {
      if (over[edge.ordinal()] > TOLERANCE) {
        findings.add(new Outside(caption, edge, over[edge.ordinal()], platform));
      }
    }
  }

  /** Letters with their outline, and the surfaces behind them; not the soft shade around them. */
  private static Rectangle2D extent(CaptionLayout layout, CaptionStyle style) {
    Rectangle2D extent = null;
    for (PlacedText text : layout.texts()) {
      if (style.background() != CaptionStyle.Background.NONE) {
        extent = union(extent, CaptionSurfaces.background(text, style.background()).getBounds2D());
      }
      double rim = Stroke.of(style).rim() * text.size();
      for (PlacedWord word : text.words()) {
        Rectangle2D ink = word.ink().bounds();
        if (!ink.isEmpty()) {
          ink.setRect(
              ink.getX() - rim,
              ink.getY() - rim,
              ink.getWidth() + 2 * rim,
              ink.getHeight() + 2 * rim);
          extent = union(extent, ink);
        }
      }
    }
    return extent == null ? layout.texts().get(0).cells() : extent;
  }

  private static Rectangle2D union(Rectangle2D a, Rectangle2D b) {
    return a == null ? b : a.createUnion(b);
  }
}
