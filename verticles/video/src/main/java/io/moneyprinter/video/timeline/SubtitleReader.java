package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.Caption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SubRip and WebVTT (W3C Recommendation, §4) as they are found: with byte order mark, any
 * line ends, tags, settings, notes, and cues that overlap. Pure.
 */
public final class SubtitleReader {
  private static final Pattern TIMES =
      Pattern.compile(
          "^\\s*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3})\\s*-->"
              + "\\s*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3}).*$");

  /** Formatting of both forms, and the override blocks that some SubRip files hold. */
  private static final Pattern TAG = Pattern.compile("<[^<>\\n]{0,200}>|\\{\\\\[^}\\n]{0,200}}");

  private SubtitleReader() {}

  private record Cue(double start, double end, String text) {}

  /**
   * The cues as captions. Where two overlap the earlier one ends when the later begins; what begins
   * after the end of the video is left out. Words share the time of their cue evenly, by their
   * length.
   *
   * @param pointer of the text, for faults
   * @param frames length of the video
   * @throws ServiceFailure INVALID when there is no cue in it
   */
  public static List<Caption> read(String text, String pointer, int fps, int frames) {
    List<Cue> cues = cues(text);
    if (cues.isEmpty()) {
      throw ServiceFailure.invalid(
          pointer,
          "holds no cue: it must be SubRip or WebVTT, with lines such as 00:00:01,000 -->"
              + " 00:00:03,500 and words below them");
    }
    cues.sort(Comparator.comparingDouble(Cue::start));
    List<Caption> captions = new ArrayList<>();
    for (int i = 0; i < cues.size(); i++) {
      int start = (int) Math.round(cues.get(i).start() * fps);
      double ends = cues.get(i).end();
      if (i + 1 < cues.size()) {
        ends = Math.min(ends, cues.get(i + 1).start());
      }
      int end = (int) Math.min(frames, Math.round(ends * fps));
      if (end > start) {
        captions.add(caption(cues.get(i).text(), start, end));
      }
    }
    if (captions.isEmpty()) {
      throw ServiceFailure.invalid(
          pointer,
          "has no cue inside the video, which lasts %.2f seconds".formatted(frames / (double) fps));
    }
    return List.copyOf(captions);
  }

  private static List<Cue> cues(String text) {
    String[] lines = text.replace("\uFEFF", "").replaceAll("\\r\\n?", "\n").split("\n", -1);
    List<Cue> cues = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      Matcher times = TIMES.matcher(lines[i]);
      if (times.matches()) {
        StringBuilder words = new StringBuilder();
        while (i + 1 < lines.length && !lines[i + 1].isBlank()) {
          words.append(' ').append(lines[++i]);
        }
        String plain = plain(words.toString());
        if (!plain.isEmpty()) {
          cues.add(new Cue(seconds(times, 1), seconds(times, 5), plain));
        }
      }
    }
    return cues;
  }

  private static double seconds(Matcher times, int group) {
    int hours = times.group(group) == null ? 0 : Integer.parseInt(times.group(group));
    double fraction = Double.parseDouble("0." + times.group(group + 3));
    return hours * 3600
        + Integer.parseInt(times.group(group + 1)) * 60
        + Integer.parseInt(times.group(group + 2))
        + fraction;
  }

  private static String plain(String text) {
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&nbsp;", " ")
        .replace("&lrm;", "\u200E")
        .replace("&rlm;", "\u200F")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("\\N", " ")
        .replaceAll("\\p{Cntrl}", " ")
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** A word needs a frame: where there are more words than frames, some are shown together. */
  private static Caption caption(String text, int start, int end) {
    List<String> words = grouped(List.of(text.split(" ")), end - start);
    int signs = words.stream().mapToInt(String::length).sum();
    List<Caption.Word> timed = new ArrayList<>();
    int said = 0;
    int from = start;
    for (int i = 0; i < words.size(); i++) {
      said += words.get(i).length();
      int left = words.size() - 1 - i;
      int even = start + (int) Math.round((end - start) * (said / (double) signs));
      int to = left == 0 ? end : Math.max(from + 1, Math.min(even, end - left));
      timed.add(new Caption.Word(words.get(i), from, to));
      from = to;
    }
    return new Caption(start, end, timed);
  }

  private static List<String> grouped(List<String> words, int most) {
    if (words.size() <= most) {
      return words;
    }
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      groups.add(
          String.join(" ", words.subList(i * words.size() / most, (i + 1) * words.size() / most)));
    }
    return groups;
  }
}
