package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.fonts.FontBook;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Draws the captions of a segment as transparent strips. Takes some 20 ms a word: call it on a
 * worker. Safe for use by many threads.
 */
public final class CaptionStrips {
  private final FontBook fonts;

  public CaptionStrips(FontBook fonts) {
    this.fonts = fonts;
  }

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
    Spring spring = new Spring(canvas.fps());
    CaptionLayout layout = CaptionLayout.of(fonts, canvas, style, spring, shown);
    CaptionPainter painter = new CaptionPainter(style, spring);
    StripWriter strips = new StripWriter(folder, "captions", layout.region(), canvas.fps());
    int frame = 0;
    for (CaptionLayout.State state : layout.states()) {
      int from = Math.max(frame, state.from());
      int to = Math.min(frames, state.to());
      if (to > from) {
        strips.showNothing(from - frame);
        strips.show(
            "%03d-%s".formatted(state.text(), state.look().name()),
            to - from,
            () -> painter.paint(layout.texts().get(state.text()), state.look(), layout.region()));
        frame = to;
      }
    }
    return Optional.of(strips.showNothing(frames - frame).finish());
  }
}
