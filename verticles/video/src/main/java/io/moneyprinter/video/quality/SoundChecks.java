package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.video.quality.KeyFrameScan.Silence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Loudness, peaks and silence of the sound. Pure. */
final class SoundChecks {
  private static final double HIGHEST_PEAK = -1;

  /** Quieter than this was meant to be silent, LUFS. */
  private static final double INAUDIBLE = -60;

  private final AudioMix mix;
  private final SoundLimits limits;

  SoundChecks(AudioMix mix, SoundLimits limits) {
    this.mix = mix;
    this.limits = limits;
  }

  /**
   * What is good and what is not.
   *
   * @param rate of the speech, words a minute; empty where that cannot be judged
   */
  List<Check> of(MixedAudio audio, List<Silence> silences, OptionalDouble rate) {
    boolean audible = audio.loudness() > INAUDIBLE;
    boolean loud = !audible || Math.abs(audio.loudness() - mix.loudness()) <= limits.loudness();
    boolean clear = !audible || audio.truePeak() <= HIGHEST_PEAK;
    List<Check> checks = new ArrayList<>();
    Collections.addAll(
        checks,
        new Check(
            "loudness",
            loud ? Verdict.GOOD : Verdict.BAD,
            text("%.1f LUFS", audio.loudness()),
            audible
                ? text("%.1f ± %.1f LUFS", mix.loudness(), limits.loudness())
                : "nothing to hear",
            null),
        new Check(
            "true-peak",
            clear ? Verdict.GOOD : Verdict.BAD,
            text("%.1f dBTP", audio.truePeak()),
            text("at most %.1f dBTP", HIGHEST_PEAK),
            null),
        silence(silences, audible));
    if (audio.voice() != null) {
      checks.addAll(new VoiceChecks(limits, mix.voiceEffects()).of(audio.voice(), rate));
    }
    return List.copyOf(checks);
  }

  /** Where music plays throughout, nothing may be silent; else only where nobody speaks. */
  private Check silence(List<Silence> silences, boolean audible) {
    for (Silence silence : silences) {
      boolean meant = !audible || mix.music() == null && !spoken(silence);
      if (!meant) {
        double to = Math.min(silence.to(), mix.seconds());
        return new Check(
            "silence",
            Verdict.DOUBTFUL,
            text("%.1f s from %.1f s", to - silence.from(), silence.from()),
            "none where something is to be heard",
            null);
      }
    }
    return new Check("silence", Verdict.GOOD, "none", "none where something is to be heard", null);
  }

  private boolean spoken(Silence silence) {
    return mix.voice().stream()
        .anyMatch(cue -> cue.start() > silence.from() && cue.start() < silence.to() - 0.5);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
