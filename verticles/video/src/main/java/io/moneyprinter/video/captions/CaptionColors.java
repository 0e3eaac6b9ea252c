package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.CaptionStyle;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;

/**
 * The colours of a caption.
 *
 * @param foot what the text colour runs into; equal to it for an even colour
 * @param glow {@code null} for none
 */
record CaptionColors(
    Color text, Color foot, Color highlight, Color outline, Color background, Color glow) {

  static CaptionColors of(CaptionStyle style) {
    return new CaptionColors(
        Color.decode(style.color()),
        Color.decode(chosen(style.gradient()) ? style.gradient() : style.color()),
        Color.decode(style.highlight()),
        Color.decode(style.outline()),
        withAlpha(style.backgroundColor()),
        chosen(style.glow()) ? Color.decode(style.glow()) : null);
  }

  private static boolean chosen(String color) {
    return color != null && !color.equals(CaptionStyle.NO_COLOR);
  }

  /** The text colour between two heights of the canvas. */
  Paint text(double top, double bottom) {
    return text.equals(foot)
        ? text
        : new GradientPaint(0, (float) top, text, 0, (float) bottom, foot);
  }

  /**
   * @param color #RRGGBB or #RRGGBBAA
   */
  static Color withAlpha(String color) {
    Color opaque = Color.decode(color.substring(0, 7));
    int alpha = color.length() > 7 ? Integer.parseInt(color.substring(7), 16) : 255;
    return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), alpha);
  }

  /** Of text and outline colour the one that reads better on the highlight (WCAG 2 luminance). */
  Color onHighlight() {
    return contrast(text, highlight) >= contrast(outline, highlight) ? text : outline;
  }

  private static double contrast(Color a, Color b) {
    double first = luminance(a) + 0.05;
    double second = luminance(b) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
