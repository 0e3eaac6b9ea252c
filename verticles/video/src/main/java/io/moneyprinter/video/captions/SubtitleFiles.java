package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.fonts.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The captions as subtitle files: phrases are put together again into sentences of at most two
 * lines, as players and translators expect them. Pure; safe for many threads.
 */
public final class SubtitleFiles {
  /** What broadcasters put on a line (EBU, BBC and Netflix agree on 37 to 42). */
  private static final int LINE = 42;

  private static final double LONGEST_SECONDS = 6;

  private static final double GAP_SECONDS = 0.8;

  private SubtitleFiles() {}

  /** A time and what is to be read in it. */
  private record Cue(int start, int end, List<Caption.Word> words) {}

  /** SubRip text. It knows no escapes: an arrow, its only sign of its own, is replaced. */
  public static String srt(List<Caption> captions, int fps) {
    StringBuilder file = new StringBuilder();
    int number = 1;
    for (Cue cue : cues(captions, fps)) {
      file.append(number++)
          .append('\n')
          .append(time(cue.start(), fps, ','))
          .append(" --> ")
          .append(time(cue.end(), fps, ','))
          .append('\n')
          .append(lines(cue.words()).replace("-->", "→"))
          .append("\n\n");
    }
    return file.toString();
  }

  /** WebVTT text (W3C), with its escapes. */
  public static String vtt(List<Caption> captions, int fps) {
    StringBuilder file = new StringBuilder("WEBVTT\n\n");
    for (Cue cue : cues(captions, fps)) {
      file.append(time(cue.start(), fps, '.'))
          .append(" --> ")
          .append(time(cue.end(), fps, '.'))
          .append('\n')
          .append(
              lines(cue.words()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
          .append("\n\n");
    }
    return file.toString();
  }

  /** Advanced SubStation Alpha text: the phrases as they stand in the picture, and their look. */
  public static String ass(Timeline timeline) {
    return AssText.of(timeline);
  }

  private static List<Cue> cues(List<Caption> captions, int fps) {
    List<Cue> cues = new ArrayList<>();
    for (Caption caption : captions) {
      if (caption.words().isEmpty()) {
        continue;
      }
      Cue last = cues.isEmpty() ? null : cues.get(cues.size() - 1);
      if (last != null && continues(last, caption, fps)) {
        List<Caption.Word> words = new ArrayList<>(last.words());
        words.addAll(caption.words());
        cues.set(cues.size() - 1, new Cue(last.start(), caption.end(), words));
      } else {
        cues.add(new Cue(caption.start(), caption.end(), caption.words()));
      }
    }
    return cues;
  }

  private static boolean continues(Cue cue, Caption next, int fps) {
    List<Caption.Word> words = new ArrayList<>(cue.words());
    if (Sentences.ends(words.get(words.size() - 1).text())) {
      return false;
    }
    words.addAll(next.words());
    return width(Sentences.line(words)) <= 2 * LINE - 8
        && next.start() - cue.end() <= GAP_SECONDS * fps
        && next.end() - cue.start() <= LONGEST_SECONDS * fps;
  }

  private static String lines(List<Caption.Word> words) {
    if (width(Sentences.line(words)) <= LINE || words.size() < 2) {
      return Sentences.line(words);
    }
    double[] widths = new double[words.size()];
    double[] gaps = new double[words.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = width(words.get(i).text());
      gaps[i] = i > 0 && Scripts.spaceBetween(words.get(i - 1).text(), words.get(i).text()) ? 1 : 0;
    }
    int first = LineBreaks.balanced(widths, gaps, 2).get(0);
    return Sentences.line(words.subList(0, first))
        + '\n'
        + Sentences.line(words.subList(first, words.size()));
  }

  private static int width(String text) {
    return Scripts.columns(text);
  }

  private static String time(int frame, int fps, char point) {
    long millis = Math.round(frame * 1000.0 / fps);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        point,
        millis % 1000);
  }
}
