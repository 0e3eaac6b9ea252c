package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;

/**
 * How far what surrounds the letters of a caption reaches. All are shares of the em square.
 *
 * @param rim width of the outline
 * @param blur radius of the shadow or glow; three of it are visible
 */
record Stroke(double rim, double blur) {
  private static final double SHADOW_BLUR = 0.05;
  private static final double GLOW_BLUR = 0.085;

  /** What a usual outline with its shadow takes; a little more is kept free at the sides. */
  private static final double USUAL_RIM = 0.085;

  private static final double USUAL_SHADE = 0.2;
  private static final double USUAL_MARGIN = 0.35;

  static Stroke of(CaptionStyle style) {
    return new Stroke(
        style.outlineWidth() / 100,
        CaptionColors.of(style).glow() == null ? SHADOW_BLUR : GLOW_BLUR);
  }

  private double extra() {
    return Math.max(0, rim - USUAL_RIM) + Math.max(0, 3 * (blur - SHADOW_BLUR));
  }

  /** Kept free above and below the lines. */
  double shade() {
    return USUAL_SHADE + extra();
  }

  /** Kept free at the sides of the lines. */
  double margin() {
    return USUAL_MARGIN + extra();
  }

  /** What outline and shade take around letters. */
  double spread() {
    return reach() - 0.08;
  }

  /** How far anything drawn may reach beyond the letters: stroke, shadow, box, enlargement. */
  double reach() {
    return USUAL_MARGIN - 0.01 + extra();
  }
}
