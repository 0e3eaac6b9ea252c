package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import java.util.ArrayList;
import java.util.List;

/** Says what of a phrase shows from which frame on. Pure. */
final class CaptionScript {
  private final CaptionStyle.Mode mode;
  private final int steps;

  /**
   * @param style says how words are shown and whether they spring
   */
  CaptionScript(CaptionStyle style, Spring spring) {
    this.mode = style.mode();
    this.steps = style.springs() ? spring.steps() : 0;
  }

  /** A look and the frames from {@code from} up to {@code to} in which it shows. */
  record Scene(Look look, int from, int to) {}

  /** In order, from the phrase's first frame to its last. */
  List<Scene> of(Caption caption) {
    List<Caption.Word> words = caption.words();
    List<Scene> scenes = new ArrayList<>();
    if (mode == CaptionStyle.Mode.SENTENCE || mode == CaptionStyle.Mode.WORD) {
      add(scenes, Look.all(words.size()), caption.start(), caption.end(), steps);
      return scenes;
    }
    boolean typed = mode == CaptionStyle.Mode.TYPEWRITER;
    Look look = typed ? Look.first(0) : Look.all(words.size());
    int from = caption.start();
    for (int i = 0; i < words.size(); i++) {
      int start = Math.max(from, Math.min(caption.end(), words.get(i).start()));
      add(scenes, look, from, start, i == 0 ? 0 : steps);
      from = start;
      look = typed ? Look.first(i + 1) : Look.marked(i, words.size());
    }
    add(scenes, look, from, caption.end(), steps);
    return scenes;
  }

  private static void add(List<Scene> scenes, Look look, int from, int to, int moving) {
    int at = from;
    for (int step = 0; step < moving && at < to; step++, at++) {
      scenes.add(new Scene(look.springing(step), at, at + 1));
    }
    if (to > at) {
      scenes.add(new Scene(look, at, to));
    }
  }
}
