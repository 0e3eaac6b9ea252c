package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Captions at their places, and when each look of them shows.
 *
 * @param texts what stands together on the canvas
 * @param states in the order of time
 * @param region the smallest part of the canvas that all of it fits into, on even pixels
 */
record CaptionLayout(List<PlacedText> texts, List<State> states, Rectangle region) {
  /** A word alone has the line to itself. */
  static final double SINGLE_WORD_SIZE = 1.35;

  CaptionLayout {
    texts = List.copyOf(texts);
    states = List.copyOf(states);
  }

  /**
   * What shows from one frame up to another.
   *
   * @param text index of the placed text
   */
  record State(int text, Look look, int from, int to) {}

  /**
   * @param captions in order, none empty
   */
  static CaptionLayout of(
      FontBook fonts, Canvas canvas, CaptionStyle style, Spring spring, List<Caption> captions) {
    boolean single = style.mode() == CaptionStyle.Mode.WORD;
    double size = size(canvas, style);
    TextBlock block = new TextBlock(fonts, canvas, style);
    CaptionScript script = new CaptionScript(style, spring);
    List<PlacedText> texts = new ArrayList<>();
    List<State> states = new ArrayList<>();
    for (Caption caption : captions) {
      for (Caption part : single ? SingleWords.of(caption) : List.of(caption)) {
        for (CaptionScript.Scene scene : script.of(part)) {
          states.add(new State(texts.size(), scene.look(), scene.from(), scene.to()));
        }
        List<String> words = Capitals.words(style, part.words());
        texts.add(block.place(words, style.font(), size, Anchor.of(style)));
      }
    }
    return new CaptionLayout(texts, states, region(canvas, style, texts));
  }

  /** The em square that is wanted, pixels. */
  static double size(Canvas canvas, CaptionStyle style) {
    double larger = style.mode() == CaptionStyle.Mode.WORD ? SINGLE_WORD_SIZE : 1;
    return style.size() / 100 * TextBlock.reference(canvas) * larger;
  }

  private static Rectangle region(Canvas canvas, CaptionStyle style, List<PlacedText> texts) {
    double share = Stroke.of(style).reach();
    Rectangle2D bounds = null;
    for (PlacedText text : texts) {
      for (PlacedWord word : text.words()) {
        Rectangle2D ink = word.cell().createUnion(word.ink().bounds());
        double reach = share * text.size();
        ink.setRect(
            ink.getX() - reach,
            ink.getY() - reach,
            ink.getWidth() + 2 * reach,
            ink.getHeight() + 2 * reach);
        bounds = bounds == null ? ink : bounds.createUnion(ink);
      }
    }
    SafeArea safe = SafeArea.of(canvas, style.safeArea());
    int left = Math.max(even(safe.left()), even(bounds.getMinX()) - 2);
    int top = Math.max(even(safe.top()), even(bounds.getMinY()) - 2);
    int right = Math.min(safe.right() / 2 * 2, even(bounds.getMaxX()));
    int bottom = Math.min(safe.bottom() / 2 * 2, even(bounds.getMaxY()));
    return new Rectangle(left, top, Math.max(2, right - left), Math.max(2, bottom - top));
  }

  private static int even(double pixel) {
    return (int) Math.ceil(pixel / 2) * 2;
  }
}
