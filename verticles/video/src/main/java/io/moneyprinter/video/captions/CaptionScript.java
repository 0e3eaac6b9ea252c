package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import java.util.ArrayList;
import java.util.List;

/** Says what of a phrase shows from which frame on. Pure. */
final class CaptionScript {
  private final CaptionStyle.Mode mode;
  private final Spring spring;

  CaptionScript(CaptionStyle.Mode mode, Spring spring) {
    this.mode = mode;
    this.spring = spring;
  }

  /** A look and the frames from {@code from} up to {@code to} in which it shows. */
  record Scene(Look look, int from, int to) {}

  /** In order, from the phrase's first frame to its last. */
  List<Scene> of(Caption caption) {
    List<Caption.Word> words = caption.words();
    List<Scene> scenes = new ArrayList<>();
    int from = caption.start();
    Look look = mode == CaptionStyle.Mode.TYPEWRITER ? Look.first(0) : Look.all(words.size());
    boolean marked = mode != CaptionStyle.Mode.SENTENCE;
    for (int i = 0; marked && i < words.size(); i++) {
      int start = Math.max(from, Math.min(caption.end(), words.get(i).start()));
      add(scenes, look, from, start);
      from = start;
      look =
          mode == CaptionStyle.Mode.TYPEWRITER ? Look.first(i + 1) : Look.marked(i, words.size());
    }
    add(scenes, look, from, caption.end());
    return scenes;
  }

  private void add(List<Scene> scenes, Look look, int from, int to) {
    int at = from;
    if (mode == CaptionStyle.Mode.POP && look.spoken() != Look.NONE) {
      for (int step = 0; step < spring.steps() && at < to; step++, at++) {
        scenes.add(new Scene(look.springing(step), at, at + 1));
      }
    }
    if (to > at) {
      scenes.add(new Scene(look, at, to));
    }
  }
}
