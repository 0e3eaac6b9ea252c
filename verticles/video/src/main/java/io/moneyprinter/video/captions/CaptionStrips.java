package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws the captions of a segment as transparent strips. Takes some 20 ms a word: call it on a
 * worker. Safe for use by many threads.
 */
public final class CaptionStrips {
  /** A word alone has the line to itself. */
  static final double SINGLE_WORD_SIZE = 1.35;

  private final FontBook fonts;

  public CaptionStrips(FontBook fonts) {
    this.fonts = fonts;
  }

  /** What shows at a time: a look of a caption. */
  private record State(int caption, Look look, int from, int to) {}

  /**
   * @param captions in order, none overlapping, frames counted from the segment's first
   * @param frames length of the segment
   * @param folder where the files go; must exist and be this segment's own
   * @return empty when nothing shows
   * @throws io.moneyprinter.codecs.bus.ServiceFailure INVALID for an unknown font name
   */
  public Optional<StripTrack> draw(
      Canvas canvas, CaptionStyle style, List<Caption> captions, int frames, Path folder) {
    List<Caption> shown =
        captions.stream()
            .filter(caption -> caption.start() < frames && !caption.words().isEmpty())
            .sorted(Comparator.comparingInt(Caption::start))
            .toList();
    if (!style.enabled() || shown.isEmpty()) {
      return Optional.empty();
    }
    List<PlacedText> placed = new ArrayList<>();
    List<State> states = new ArrayList<>();
    Spring spring = new Spring(canvas.fps());
    CaptionScript script = new CaptionScript(style.mode(), spring);
    for (Caption caption : shown) {
      if (style.mode() == CaptionStyle.Mode.WORD) {
        singleWords(canvas, style, caption, placed, states);
      } else {
        List<String> words = caption.words().stream().map(Caption.Word::text).toList();
        for (CaptionScript.Scene scene : script.of(caption)) {
          states.add(new State(placed.size(), scene.look(), scene.from(), scene.to()));
        }
        placed.add(place(canvas, style, words, 1));
      }
    }
    Rectangle region = region(canvas, placed);
    CaptionPainter painter = new CaptionPainter(style, spring);
    StripWriter strips = new StripWriter(folder, "captions", region, canvas.fps());
    int frame = 0;
    for (State state : states) {
      int from = Math.max(frame, state.from());
      int to = Math.min(frames, state.to());
      if (to > from) {
        strips.showNothing(from - frame);
        strips.show(
            "%03d-%s".formatted(state.caption(), state.look().name()),
            to - from,
            () -> painter.paint(placed.get(state.caption()), state.look(), region));
        frame = to;
      }
    }
    return Optional.of(strips.showNothing(frames - frame).finish());
  }

  private void singleWords(
      Canvas canvas,
      CaptionStyle style,
      Caption caption,
      List<PlacedText> placed,
      List<State> states) {
    List<Caption.Word> words = caption.words();
    for (int i = 0; i < words.size(); i++) {
      int from = i == 0 ? caption.start() : words.get(i).start();
      int to = i + 1 < words.size() ? words.get(i + 1).start() : caption.end();
      states.add(new State(placed.size(), Look.all(1), from, to));
      placed.add(place(canvas, style, List.of(words.get(i).text()), SINGLE_WORD_SIZE));
    }
  }

  private PlacedText place(
      Canvas canvas, CaptionStyle style, List<String> words, double enlargement) {
    double size = style.size() / 100 * TextBlock.reference(canvas) * enlargement;
    return new TextBlock(fonts, canvas).place(words, style.font(), size, Anchor.of(style));
  }

  /** The smallest part of the canvas that all of it fits into, on even pixels. */
  private static Rectangle region(Canvas canvas, List<PlacedText> placed) {
    Rectangle2D bounds = null;
    for (PlacedText text : placed) {
      for (PlacedWord word : text.words()) {
        Rectangle2D ink = word.cell().createUnion(word.outline().getBounds2D());
        double reach = text.reach();
        ink.setRect(
            ink.getX() - reach,
            ink.getY() - reach,
            ink.getWidth() + 2 * reach,
            ink.getHeight() + 2 * reach);
        bounds = bounds == null ? ink : bounds.createUnion(ink);
      }
    }
    SafeArea safe = SafeArea.of(canvas);
    int left = even(Math.max(safe.left(), bounds.getMinX()));
    int top = even(Math.max(safe.top(), bounds.getMinY()));
    int right = safe.right() / 2 * 2;
    right = Math.min(right, even(bounds.getMaxX()));
    int bottom = safe.bottom() / 2 * 2;
    bottom = Math.min(bottom, even(bounds.getMaxY()));
    return new Rectangle(left, top, Math.max(2, right - left), Math.max(2, bottom - top));
  }

  private static int even(double pixel) {
    return (int) Math.ceil(pixel / 2) * 2;
  }
}
