package io.moneyprinter.content.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts a text into scenes of about {@value #TARGET} seconds of speech, at ends of sentences. A
 * blank line in the text is an end of scene too. Nothing is added, left out or reordered.
 */
public final class SceneCutter {
  private static final double TARGET = 9;
  private static final double SHORTEST = 4;
  private static final double LONGEST = 14;

  /** A paragraph this short is a heading: it goes with what follows. */
  private static final double HEADING = 2.5;

  /** No scene this long is ever best, so nothing longer is tried. */
  private static final double HOPELESS = 60;

  private final Sentences sentences;
  private final LongSentences longSentences;

  /**
   * @param language BCP 47 tag of the text
   */
  public SceneCutter(String language) {
    this.sentences = new Sentences(language);
    this.longSentences = new LongSentences(language);
  }

  /** The narrations, in order; joined they are the text but for white space. */
  public List<String> cut(String text) {
    List<String> scenes = new ArrayList<>();
    for (List<Piece> paragraph : paragraphs(text)) {
      scenes.addAll(balanced(paragraph));
    }
    return List.copyOf(scenes);
  }

  /** The first sentence, for a title. */
  public String firstSentence(String text) {
    return TextForm.paragraphs(text).stream()
        .flatMap(paragraph -> sentences.split(paragraph).stream())
        .findFirst()
        .map(String::strip)
        .orElse("");
  }

  /** Each paragraph as the pieces that may be told apart; headings go with what they head. */
  private List<List<Piece>> paragraphs(String text) {
    List<List<Piece>> paragraphs = new ArrayList<>();
    List<Piece> open = new ArrayList<>();
    for (String paragraph : TextForm.paragraphs(text)) {
      for (String sentence : sentences.split(paragraph)) {
        longSentences.split(sentence).forEach(part -> open.add(new Piece(part)));
      }
      open.set(open.size() - 1, open.get(open.size() - 1).spaced());
      if (open.stream().mapToDouble(Piece::seconds).sum() > HEADING) {
        paragraphs.add(List.copyOf(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      addToLast(paragraphs, open);
    }
    return paragraphs;
  }

  private static void addToLast(List<List<Piece>> paragraphs, List<Piece> rest) {
    List<Piece> last = new ArrayList<>();
    if (!paragraphs.isEmpty()) {
      last.addAll(paragraphs.remove(paragraphs.size() - 1));
    }
    last.addAll(rest);
    paragraphs.add(last);
  }

  /**
   * Groups neighbouring pieces so that the sum of all scenes' costs is least: the shortest path
   * over the gaps between pieces.
   */
  private static List<String> balanced(List<Piece> pieces) {
    int count = pieces.size();
    double[] best = new double[count + 1];
    int[] from = new int[count + 1];
    for (int end = 1; end <= count; end++) {
      best[end] = Double.MAX_VALUE;
      double seconds = 0;
      for (int start = end - 1; start >= 0 && seconds < HOPELESS; start--) {
        seconds += pieces.get(start).seconds();
        double cost = best[start] + cost(seconds);
        if (cost < best[end]) {
          best[end] = cost;
          from[end] = start;
        }
      }
    }
    Deque<String> scenes = new ArrayDeque<>();
    for (int end = count; end > 0; end = from[end]) {
      scenes.addFirst(joined(pieces.subList(from[end], end)));
    }
    return List.copyOf(scenes);
  }

  private static String joined(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining()).strip();
  }

  private static double cost(double seconds) {
    double off = seconds - TARGET;
    double tooShort = Math.max(0, SHORTEST - seconds);
    double tooLong = Math.max(0, seconds - LONGEST);
    return off * off + 40 * tooShort * tooShort + 6 * tooLong * tooLong;
  }

  /** What is told in one breath, with the white space that follows. */
  private record Piece(String text, double seconds) {
    Piece(String text) {
      this(text, SpeakingTime.seconds(text));
    }

    Piece spaced() {
      return new Piece(text.stripTrailing() + " ", seconds);
    }
  }
}
