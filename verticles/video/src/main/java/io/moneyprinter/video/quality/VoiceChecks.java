package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.VoiceQuality;
import java.util.List;
import java.util.Locale;

/** Whether a narration is fit to be heard; a doubtful one is handed out all the same. */
final class VoiceChecks {
  /** Of the samples; more is heard as crackling. */
  private static final double MOST_CLIPPED = 0.0005;

  /** Below the voice, decibels; a nearer noise is heard as such. */
  private static final double LEAST_DISTANCE = 30;

  /** Of the recording; more is most likely a broken one. */
  private static final double MOST_SILENT = 0.6;

  private VoiceChecks() {}

  static List<Check> of(VoiceQuality voice) {
    double distance = voice.loudness() - voice.noiseFloor();
    return List.of(
        check(
            "voice-clipping",
            voice.clipped() <= MOST_CLIPPED,
            text("%.3f %%", 100 * voice.clipped()),
            text("at most %.3f %%; record it more quietly", 100 * MOST_CLIPPED)),
        check(
            "voice-noise",
            distance >= LEAST_DISTANCE,
            text("%.0f dB below the voice", distance),
            text("at least %.0f dB; narration.effects: [denoise] may help", LEAST_DISTANCE)),
        check(
            "voice-silence",
            voice.silent() <= MOST_SILENT,
            text("%.0f %%", 100 * voice.silent()),
            text("at most %.0f %% of the narration", 100 * MOST_SILENT)));
  }

  private static Check check(String name, boolean good, String measured, String wanted) {
    return new Check(name, good ? Verdict.GOOD : Verdict.DOUBTFUL, measured, wanted, null);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
