package io.moneyprinter.video.audio;

import java.util.Locale;

/** The filter graphs of the sound. */
final class MixGraph {
  /** Where the voice stands before the whole is brought to its loudness. */
  private static final double VOICE_LUFS = -18;

  /** By how much the music rises where nobody speaks. */
  private static final double SWELL = 6;

  private static final double FADE_IN_SECONDS = 0.6;
  private static final double FADE_OUT_SECONDS = 2;

  private MixGraph() {}

  /** Voice alone, on both sides. */
  static String voice(Loudness voice, String end) {
    return text("[0:a]%s,%s[mix]", level(voice, VOICE_LUFS), stereo(end));
  }

  /**
   * Voice with music under it. While somebody speaks, the music is {@code decibels} against the
   * voice; in the gaps it swells. The compressor's numbers follow from the voice's level: about 9
   * dB over the threshold, of which a ratio of 3 leaves a third.
   */
  static String voiceOverMusic(
      Loudness voice, Loudness music, double decibels, double seconds, String end) {
    double fadeOut = Math.min(FADE_OUT_SECONDS, seconds / 3);
    return text(
        "[0:a]%s,%s,asplit=2[voice][key];"
            + "[1:a]aformat=channel_layouts=stereo,%s,afade=t=in:d=%.2f,afade=t=out:st=%.3f:d=%.3f,%s[music];"
            + "[music][key]sidechaincompress=threshold=0.045:ratio=3:attack=20:release=400[ducked];"
            + "[voice][ducked]amix=inputs=2:normalize=0:duration=first[mix]",
        level(voice, VOICE_LUFS),
        stereo(end),
        level(music, VOICE_LUFS + decibels + SWELL),
        FADE_IN_SECONDS,
        seconds - fadeOut,
        fadeOut,
        end);
  }

  /** Brings the mix to its loudness and holds its true peak, four times oversampled, below one. */
  static String master(double gain, double ceiling, String end) {
    return text(
        "volume=%.3fdB,aresample=192000,alimiter=limit=%.5f:attack=5:release=60:level=false:latency=1,aresample=48000,%s",
        gain, Math.pow(10, ceiling / 20), end);
  }

  /** Ends a stream after exactly so many samples. */
  static String exactly(long samples) {
    return "apad=whole_len=" + samples + ",atrim=end_sample=" + samples;
  }

  private static String stereo(String end) {
    return "aformat=channel_layouts=mono,pan=stereo|c0=c0|c1=c0," + end;
  }

  private static String level(Loudness measured, double wanted) {
    double gain = measured.silent() ? 0 : wanted - measured.integrated();
    return text("volume=%.3fdB", gain);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
