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

/** Loudness, peaks and silence of the sound. Pure. */
final class SoundChecks {
  private static final double LOUDNESS_RANGE = 1;
  private static final double HIGHEST_PEAK = -1;

  /** Quieter than this was meant to be silent, LUFS. */
  private static final double INAUDIBLE = -60;

  private final AudioMix mix;

  SoundChecks(AudioMix mix) {
    this.mix = mix;
  }

  List<Check> of(MixedAudio audio, List<Silence> silences) {
    boolean audible = audio.loudness() > INAUDIBLE;
    boolean loud = !audible || Math.abs(audio.loudness() - mix.loudness()) <= LOUDNESS_RANGE;
    boolean clear = !audible || audio.truePeak() <= HIGHEST_PEAK;
    List<Check> checks = new ArrayList<>();
    Collections.addAll(
        checks,
        new Check(
            "loudness",
            loud ? Verdict.GOOD : Verdict.BAD,
            text("%.1f LUFS", audio.loudness()),
            audible ? text("%.1f ± %.0f LUFS", mix.loudness(), LOUDNESS_RANGE) : "nothing to hear",
            null),
        new Check(
            "true-peak",
            clear ? Verdict.GOOD : Verdict.BAD,
            text("%.1f dBTP", audio.truePeak()),
            text("at most %.1f dBTP", HIGHEST_PEAK),
            null),
        silence(silences, audible));
    if (audio.voice() != null) {
      checks.addAll(VoiceChecks.of(audio.voice()));
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
