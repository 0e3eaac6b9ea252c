package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.speech.VoiceEffect;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.VoiceQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Whether a narration is fit to be heard. Pure. */
final class VoiceChecks {
  /** By how much the noise reducer lowers steady noise, decibels; measured by VoiceChainTest. */
  private static final double DENOISED = 8;

  private final SoundLimits limits;
  private final List<VoiceEffect> effects;

  /**
   * @param effects what was done to the voice after it was measured
   */
  VoiceChecks(SoundLimits limits, List<VoiceEffect> effects) {
    this.limits = limits;
    this.effects = effects;
  }

  /**
   * What is good and what is not.
   *
   * @param rate words a minute; empty where that cannot be judged
   */
  List<Check> of(VoiceQuality voice, OptionalDouble rate) {
    double clipped = 100 * voice.clipped();
    double silent = 100 * voice.silent();
    boolean denoised = effects.contains(VoiceEffect.DENOISE);
    double distance = voice.loudness() - voice.noiseFloor();
    List<Check> checks = new ArrayList<>();
    checks.add(
        check(
            "voice-clipping",
            clipped <= limits.clipping(),
            text("%.3f %%", clipped),
            text("at most %.3f %%; record it more quietly", limits.clipping())));
    checks.add(
        check(
            "voice-noise",
            distance + (denoised ? DENOISED : 0) >= limits.noise(),
            text("%.0f dB below the voice", distance) + (denoised ? " before denoise" : ""),
            text("at least %.0f dB", limits.noise())
                + (denoised ? "" : "; narration.effects: [denoise] may help")));
    checks.add(
        check(
            "voice-silence",
            silent <= limits.silence(),
            text("%.0f %%", silent),
            text("at most %.0f %% of the narration", limits.silence())));
    rate.ifPresent(
        words ->
            checks.add(
                check(
                    "voice-rate",
                    words >= limits.slowest() && words <= limits.fastest(),
                    text("%.0f words a minute", words),
                    text("%.0f to %.0f; rate sets it", limits.slowest(), limits.fastest()))));
    return List.copyOf(checks);
  }

  private Check check(String name, boolean good, String measured, String wanted) {
    Verdict doubt = limits.refuse() ? Verdict.BAD : Verdict.DOUBTFUL;
    return new Check(name, good ? Verdict.GOOD : doubt, measured, wanted, null);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
