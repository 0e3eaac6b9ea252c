package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;

/**
 * Where on the canvas a text stands.
 *
 * @param position a place by name
 * @param offset where its middle stands, percent of the canvas height from the top; goes before the
 *     position; may be {@code null}
 */
record Anchor(CaptionStyle.Position position, Double offset) {
  /** Captions whose middle is above this percentage leave no room for a title at the top. */
  private static final double UPPER = 37;

  static Anchor of(CaptionStyle style) {
    return new Anchor(style.position(), style.offset());
  }

  static Anchor at(CaptionStyle.Position position) {
    return new Anchor(position, null);
  }

  /** Whether it stands where a title would. */
  boolean upper() {
    return offset == null ? position == CaptionStyle.Position.TOP : offset < UPPER;
  }

  /**
   * The upper edge of a text of this height, inside the safe area.
   *
   * @param safe where it may stand
   * @param height of the text, pixels
   * @param shade what is kept free above and below it, pixels
   */
  double top(Canvas canvas, SafeArea safe, double height, double shade) {
    double highest = safe.top() + shade;
    double lowest = safe.bottom() - shade - height;
    return Math.max(highest, Math.min(wanted(canvas, height, highest, lowest), lowest));
  }

  private double wanted(Canvas canvas, double height, double highest, double lowest) {
    if (offset != null) {
      return canvas.height() * offset / 100 - height / 2;
    }
    return switch (position) {
      case TOP -> highest;
      case CENTER -> (canvas.height() - height) / 2.0;
      case BOTTOM -> lowest;
    };
  }
}
