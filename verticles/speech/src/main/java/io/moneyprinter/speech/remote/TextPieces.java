package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.speech.text.Sentence;
import io.moneyprinter.speech.text.Sentences;
import io.moneyprinter.speech.text.WrittenWord;
import io.moneyprinter.speech.text.WrittenWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Cuts a text that is longer than a provider takes at once: between sentences if it can be. */
final class TextPieces {
  private final String text;
  private final ToIntFunction<String> measure;
  private final int limit;
  private final List<String> pieces = new ArrayList<>();
  private int from = -1;
  private int to;

  private TextPieces(String text, ToIntFunction<String> measure, int limit) {
    this.text = text;
    this.measure = measure;
    this.limit = limit;
  }

  /**
   * The pieces, in order, without the space between them.
   *
   * @param measure of a piece, in whatever the provider counts
   * @param limit of that measure
   */
  static List<String> of(String text, ToIntFunction<String> measure, int limit) {
    List<WrittenWord> words = WrittenWords.of(text);
    var pieces = new TextPieces(text, measure, limit);
    for (Sentence sentence : Sentences.of(text, words)) {
      List<WrittenWord> told = sentence.words();
      if (!pieces.add(told.get(0).from(), told.get(told.size() - 1).to())) {
        told.forEach(pieces::addWord);
      }
    }
    pieces.close();
    return List.copyOf(pieces.pieces);
  }

  /** Adds to the piece, or begins one; false when it is too long for any. */
  private boolean add(int start, int end) {
    if (from >= 0 && fits(from, end)) {
      to = end;
      return true;
    }
    if (!fits(start, end)) {
      return false;
    }
    close();
    from = start;
    to = end;
    return true;
  }

  private void addWord(WrittenWord word) {
    if (!add(word.from(), word.to())) {
      throw ServiceFailure.invalid(
          "/text",
          "A word of %d characters is longer than the voice can say at once; break it up"
              .formatted(word.text().length()));
    }
  }

  private boolean fits(int start, int end) {
    return measure.applyAsInt(text.substring(start, end)) <= limit;
  }

  private void close() {
    if (from >= 0) {
      pieces.add(text.substring(from, to));
      from = -1;
    }
  }
}
