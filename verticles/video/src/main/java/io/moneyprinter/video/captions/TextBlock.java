package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.fonts.Scripts;
import io.moneyprinter.video.fonts.TextShape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sets words into one to four centred lines inside the safe area. Pure; safe for many threads. */
public final class TextBlock {
  /** Of the em square. */
  private static final double WORD_SPACE = 0.3;

  private static final double LINE_HEIGHT = 1.2;

  /** From the baseline up to where a line begins; the rest of the line height is below. */
  private static final double ASCENT = 0.92;

  /** Below this share of the wanted size a third line is better. */
  private static final double SMALL = 0.78;

  private final FontBook fonts;
  private final Canvas canvas;
  private final SafeArea safe;
  private final Stroke stroke;
  private final Integer maxLines;

  /**
   * @param style says what is kept clear of, how far the letters' surroundings reach, and how many
   *     lines there may be
   */
  public TextBlock(FontBook fonts, Canvas canvas, CaptionStyle style) {
    this.fonts = fonts;
    this.canvas = canvas;
    this.safe = SafeArea.of(canvas, style.safeArea());
    this.stroke = Stroke.of(style);
    this.maxLines = style.maxLines();
  }

  /**
   * What a size in percent is a share of: the width of the canvas; where that is wide for its
   * height, no more than nine tenths of the height, so that wide video gets letters of usual size.
   */
  static double reference(Canvas canvas) {
    return Math.min(canvas.width(), 0.9 * canvas.height());
  }

  /**
   * @param family a family name, or {@code null} for the shipped one
   * @param size wanted size of the em square, pixels; made smaller when the text would not fit
   */
  PlacedText place(List<String> words, String family, double size, Anchor anchor) {
    boolean rightToLeft = Scripts.rightToLeft(String.join(" ", words));
    double room = Math.max(1, safe.width() - 2 * stroke.margin() * size);
    double[] widths = new double[words.size()];
    double[] gaps = new double[words.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = TextShape.of(fonts, words.get(i), family, size, rightToLeft).advance();
      gaps[i] =
          i > 0 && widths[i] > 0 && Scripts.spaceBetween(words.get(i - 1), words.get(i))
              ? WORD_SPACE * size
              : 0;
    }
    List<Integer> ends = breaks(widths, gaps, room, size);
    double fitted = size * Math.min(1, room / LineBreaks.widest(widths, gaps, ends));
    List<TextShape> shapes =
        words.stream().map(word -> TextShape.of(fonts, word, family, fitted, rightToLeft)).toList();
    return new PlacedText(
        fitted, lay(words, shapes, gaps, fitted / size, ends, fitted, rightToLeft, anchor));
  }

  private List<Integer> breaks(double[] widths, double[] gaps, double room, double size) {
    double centred = Math.max(1, safe.centredWidth(canvas) - 2 * stroke.margin() * size);
    int usual = canvas.width() < canvas.height() * 0.5 ? 3 : 2;
    int most = Math.min(widths.length, maxLines == null ? usual : maxLines);
    for (double limit : new double[] {centred, room}) {
      for (int lines = 1; lines <= most; lines++) {
        List<Integer> ends = LineBreaks.balanced(widths, gaps, lines);
        if (LineBreaks.widest(widths, gaps, ends) <= limit) {
          return ends;
        }
      }
    }
    List<Integer> ends = LineBreaks.balanced(widths, gaps, most);
    if (maxLines == null
        && widths.length > most
        && room / LineBreaks.widest(widths, gaps, ends) < SMALL) {
      return LineBreaks.balanced(widths, gaps, most + 1);
    }
    return ends;
  }

  private List<PlacedWord> lay(
      List<String> words,
      List<TextShape> shapes,
      double[] gaps,
      double scale,
      List<Integer> ends,
      double size,
      boolean rightToLeft,
      Anchor anchor) {
    double lineHeight = Math.max(LINE_HEIGHT * size, tallest(shapes) + 0.2 * size);
    double top = anchor.top(canvas, safe, lineHeight * ends.size(), stroke.shade() * size);
    PlacedWord[] placed = new PlacedWord[shapes.size()];
    int start = 0;
    for (int line = 0; line < ends.size(); line++) {
      int end = ends.get(line);
      double width = 0;
      for (int i = start; i < end; i++) {
        width += shapes.get(i).advance() + (i > start ? gaps[i] * scale : 0);
      }
      double x = (canvas.width() - width) / 2;
      double edge = stroke.margin() * size;
      x = Math.max(safe.left() + edge, Math.min(x, safe.right() - edge - width));
      double y = top + line * lineHeight;
      Integer[] order = visualOrder(words, start, end, rightToLeft);
      for (int at = 0; at < order.length; at++) {
        int i = order[at];
        double advance = shapes.get(i).advance();
        if (at > 0) {
          // The gap belongs to the later word in reading order of the two that meet here.
          x += gaps[Math.max(i, order[at - 1])] * scale;
        }
        placed[i] =
            new PlacedWord(
                shapes
                    .get(i)
                    .ink()
                    .transformed(
                        AffineTransform.getTranslateInstance(
                            x, y + ASCENT * size + (lineHeight - LINE_HEIGHT * size) / 2)),
                new Rectangle2D.Double(x, y, advance, lineHeight));
        x += advance;
      }
      start = end;
    }
    return Arrays.asList(placed);
  }

  private static double tallest(List<TextShape> shapes) {
    double top = 0;
    double bottom = 0;
    for (TextShape shape : shapes) {
      Rectangle2D ink = shape.ink().outline().getBounds2D();
      top = Math.min(top, ink.getMinY());
      bottom = Math.max(bottom, ink.getMaxY());
    }
    return bottom - top;
  }

  /** The words of a line from left to right (UAX #9, rule L2). */
  private static Integer[] visualOrder(
      List<String> words, int start, int end, boolean rightToLeft) {
    Integer[] order = new Integer[end - start];
    StringBuilder line = new StringBuilder();
    List<Integer> begins = new ArrayList<>();
    for (int i = start; i < end; i++) {
      order[i - start] = i;
      begins.add(line.length());
      line.append(words.get(i)).append(' ');
    }
    Bidi bidi =
        new Bidi(
            line.toString(),
            rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    byte[] levels = new byte[order.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(begins.get(i));
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    return order;
  }
}
