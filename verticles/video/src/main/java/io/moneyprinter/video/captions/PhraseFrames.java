package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.video.captions.SpokenWords.Spoken;
import io.moneyprinter.video.fonts.Scripts;
import java.util.ArrayList;
import java.util.List;

/** Puts phrases on frames, one after the other: none is lost, none overlaps. For one thread. */
final class PhraseFrames {
  /** A phrase stays at least this long where nothing comes after it. */
  private static final double LEAST_SECONDS = 0.9;

  /** A shorter gap between two phrases is closed: a flicker reads as a mistake. */
  private static final double FLICKER_SECONDS = 0.5;

  private static final double LINGER_SECONDS = 0.3;

  private final int start;
  private final int end;
  private final int fps;
  private final List<Caption> captions = new ArrayList<>();

  /**
   * @param start frame of the timeline at which the audio begins
   * @param end frame by which the last caption is gone
   */
  PhraseFrames(int start, int end, int fps) {
    this.start = start;
    this.end = end;
    this.fps = fps;
  }

  List<Caption> captions() {
    return List.copyOf(captions);
  }

  /**
   * Adds a phrase.
   *
   * @param next when the next one begins to be spoken, seconds; infinite for the last
   */
  void add(List<Spoken> phrase, double next) {
    int first = start + (int) Math.round(phrase.get(0).start() * fps);
    if (!captions.isEmpty()) {
      first = Math.max(first, captions.get(captions.size() - 1).end());
    }
    double spokenEnd = phrase.get(phrase.size() - 1).end();
    double shownEnd = Math.max(spokenEnd + LINGER_SECONDS, phrase.get(0).start() + LEAST_SECONDS);
    if (next - spokenEnd < FLICKER_SECONDS || shownEnd > next) {
      shownEnd = next;
    }
    int last = (int) Math.min(end, Math.round(start + shownEnd * fps));
    if (captions.isEmpty()) {
      last = Math.min(end, Math.max(first + 1, last));
    }
    List<Caption.Word> shown = new ArrayList<>();
    int frame = first;
    for (int i = 0; i < phrase.size() && frame < last; i++) {
      boolean lastWord = i + 1 == phrase.size();
      int until = lastWord ? last : start + (int) Math.round(phrase.get(i + 1).start() * fps);
      until = Math.min(last, Math.max(frame + 1, until));
      shown.add(new Caption.Word(phrase.get(i).text(), frame, until));
      frame = until;
    }
    if (!shown.isEmpty()) {
      captions.add(new Caption(first, last, shown));
    }
    if (!captions.isEmpty()) {
      append(phrase.subList(shown.size(), phrase.size()));
    }
  }

  /**
   * A word needs a frame: what a very fast speaker says within one, and a sign that no voice reads,
   * is shown with the word before it.
   */
  private void append(List<Spoken> rest) {
    if (rest.isEmpty()) {
      return;
    }
    int at = captions.size() - 1;
    Caption caption = captions.get(at);
    List<Caption.Word> words = new ArrayList<>(caption.words());
    Caption.Word word = words.remove(words.size() - 1);
    StringBuilder text = new StringBuilder(word.text());
    for (Spoken spoken : rest) {
      text.append(Scripts.spaceBetween(text.toString(), spoken.text()) ? " " : "")
          .append(spoken.text());
    }
    words.add(new Caption.Word(text.toString(), word.start(), word.end()));
    captions.set(at, new Caption(caption.start(), caption.end(), words));
  }
}
