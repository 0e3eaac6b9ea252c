package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How loud a sound is, after EBU R 128.
 *
 * @param integrated LUFS; −70 for silence
 * @param truePeak dBTP; −120 for silence
 */
record Loudness(double integrated, double truePeak) {
  static final double SILENCE = -60;

  private static final Pattern INTEGRATED = Pattern.compile("I:\\s+(-?[\\d.]+|-?inf|-?nan) LUFS");
  private static final Pattern PEAK = Pattern.compile("Peak:\\s+(-?[\\d.]+|-?inf|-?nan) dBFS");

  /** Reads what FFmpeg's {@code ebur128} filter says at the end. */
  static Loudness read(String log) {
    String summary = log.substring(Math.max(0, log.lastIndexOf("Summary:")));
    return new Loudness(number(INTEGRATED, summary, -70), number(PEAK, summary, -120));
  }

  boolean silent() {
    return integrated < SILENCE;
  }

  private static double number(Pattern pattern, String text, double nothing) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new ServiceFailure(FailureCode.INTERNAL, "FFmpeg did not say how loud the sound is");
    }
    return found.group(1).contains("n") ? nothing : Double.parseDouble(found.group(1));
  }
}
