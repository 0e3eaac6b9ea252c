package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.video.captions.SpokenWords.Spoken;
import io.moneyprinter.video.fonts.Scripts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a scene's spoken words into phrases that are read at a glance. Of all ways to cut, the one
 * with the least total cost is taken: a phrase ends best where the speaker pauses or the writer put
 * a stop, and has two to seven words of even length. Pure; safe for many threads.
 */
public final class CaptionPhrases {
  /** Signs of a phrase; one of East Asia counts twice, as it is twice as wide. */
  public static final int MOST_SIGNS = 32;

  public static final int MOST_WORDS = 7;

  private static final double BEST_SIGNS = 21;

  /** No phrase goes on over a silence this long. */
  private static final double SILENCE_SECONDS = 0.75;

  private static final double PAUSE_SECONDS = 0.22;

  private CaptionPhrases() {}

  /** As many words at a time as are read at a glance. */
  public static List<Caption> of(
      List<WordTiming> words, String language, int start, int end, int fps) {
    return of(words, language, start, end, fps, null);
  }

  /**
   * @param words in the order of speaking, seconds from the scene's first frame
   * @param language BCP 47 tag
   * @param start frame of the timeline at which the scene's audio begins
   * @param end frame by which the last caption is gone
   * @param maxWords most words of a phrase; {@code null} for what is read at a glance
   * @return in order, none overlapping; within one, each word lasts until the next begins
   */
  public static List<Caption> of(
      List<WordTiming> words, String language, int start, int end, int fps, Integer maxWords) {
    List<Spoken> spoken = SpokenWords.of(words, language);
    var frames = new PhraseFrames(start, end, fps);
    List<Integer> ends = cut(spoken, maxWords);
    int from = 0;
    for (int i = 0; i < ends.size(); i++) {
      int to = ends.get(i);
      double next = to < spoken.size() ? spoken.get(to).start() : Double.POSITIVE_INFINITY;
      frames.add(spoken.subList(from, to), next);
      from = to;
    }
    return frames.captions();
  }

  /** For each phrase the index after its last word. */
  private static List<Integer> cut(List<Spoken> words, Integer maxWords) {
    int count = words.size();
    double[] cost = new double[count + 1];
    int[] from = new int[count + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    for (int end = 1; end <= count; end++) {
      for (int start = end - 1; start >= 0; start--) {
        List<Spoken> phrase = words.subList(start, end);
        boolean single = end - start == 1;
        if (!single && !fits(phrase, maxWords)) {
          break;
        }
        double total =
            cost[start]
                + shape(phrase)
                + (end < count ? seam(words.get(end - 1), words.get(end)) : 0);
        if (total < cost[end]) {
          cost[end] = total;
          from[end] = start;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int end = count; end > 0; end = from[end]) {
      ends.add(0, end);
    }
    return ends;
  }

  private static boolean fits(List<Spoken> phrase, Integer maxWords) {
    int most = maxWords == null ? mostWords(phrase) : maxWords;
    if (signs(phrase) > MOST_SIGNS || phrase.size() > most) {
      return false;
    }
    for (int i = 0; i + 1 < phrase.size(); i++) {
      if (phrase.get(i + 1).start() - phrase.get(i).end() >= SILENCE_SECONDS
          || endsSentence(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Words of scripts without spaces are short, often one sign. */
  private static int mostWords(List<Spoken> phrase) {
    return Scripts.spaceless(phrase.get(0).text().codePointAt(0)) ? 2 * MOST_WORDS : MOST_WORDS;
  }

  /** How far a phrase is from the best length. */
  private static double shape(List<Spoken> phrase) {
    double off = (signs(phrase) - BEST_SIGNS) / BEST_SIGNS;
    return off * off * (off < 0 ? 3 : 2) + (phrase.size() == 1 ? 1.2 : 0);
  }

  /** How bad it is to end a phrase between two words; below zero where it is good. */
  private static double seam(Spoken before, Spoken after) {
    double cost = 1;
    if (endsSentence(before)) {
      cost -= 3;
    } else if (endsClause(before)) {
      cost -= 1.6;
    }
    double pause = after.start() - before.end();
    if (pause >= PAUSE_SECONDS) {
      cost -= Math.min(1.5, pause / PAUSE_SECONDS * 0.6);
    }
    // The short words of most languages (of, the, der, una, w) lean on the word after them.
    if (cost == 1 && before.text().length() <= 3 && !Scripts.spaceless(before.lastSign())) {
      cost += 0.8;
    }
    return cost;
  }

  static int signs(List<Spoken> phrase) {
    int signs = 0;
    for (int i = 0; i < phrase.size(); i++) {
      String text = phrase.get(i).text();
      signs += Scripts.columns(text);
      if (i > 0 && Scripts.spaceBetween(phrase.get(i - 1).text(), text)) {
        signs++;
      }
    }
    return signs;
  }

  private static boolean endsSentence(Spoken word) {
    return Sentences.ends(word.text());
  }

  private static boolean endsClause(Spoken word) {
    return ",;:—–،؛、，；：".indexOf(Sentences.lastBare(word.text())) >= 0;
  }
}
