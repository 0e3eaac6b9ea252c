package io.moneyprinter.video.captions;

import io.moneyprinter.video.fonts.Ink;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** How words are larger than usual for a while. */
final class WordMotion {
  /** What a spoken word is larger by as long as it is spoken. */
  private static final double SPOKEN = 0.07;

  private final Spring spring;

  WordMotion(Spring spring) {
    this.spring = spring;
  }

  /** A little larger, never so much that it meets its neighbours. */
  AffineTransform spoken(Ink word, double size) {
    Rectangle2D bounds = word.bounds();
    return bounds.isEmpty()
        ? new AffineTransform()
        : grown(bounds, Math.min(SPOKEN, 0.17 * size / bounds.getWidth()));
  }

  /**
   * Larger by what the spring has at a step. It may lie over its neighbours for a moment, but not
   * leave the safe area.
   *
   * @param bounds of what springs up, pixels of the region
   * @param around what its outline and shade take beyond it, pixels
   * @param step {@link Look#NONE} for at rest
   */
  AffineTransform sprung(
      Rectangle2D bounds, double around, double size, int step, Rectangle region) {
    double growth = spring.growth(step);
    if (bounds.isEmpty() || growth == 0) {
      return new AffineTransform();
    }
    double edge = Math.min(bounds.getMinX(), region.width - bounds.getMaxX()) - around;
    double room = Math.max(0, Math.min(0.25 * size, edge));
    double most = Math.min(1, 2 * room / bounds.getWidth() / Spring.HEIGHT);
    double taller = Math.max(0, most * growth * bounds.getHeight() / 2);
    double above = Math.max(0, taller - Math.max(0, bounds.getMinY() - around));
    double below = Math.max(0, taller - Math.max(0, region.height - bounds.getMaxY() - around));
    AffineTransform motion = AffineTransform.getTranslateInstance(0, above - below);
    motion.concatenate(grown(bounds, most * growth));
    return motion;
  }

  /** Larger about its own middle. */
  private static AffineTransform grown(Rectangle2D bounds, double growth) {
    AffineTransform grow =
        AffineTransform.getTranslateInstance(bounds.getCenterX(), bounds.getCenterY());
    grow.scale(1 + growth, 1 + growth);
    grow.translate(-bounds.getCenterX(), -bounds.getCenterY());
    return grow;
  }
}
