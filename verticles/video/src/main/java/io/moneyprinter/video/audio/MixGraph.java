package io.moneyprinter.video.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The filter graphs of the sound. */
final class MixGraph {
  /** By how much the music rises where nobody speaks. */
  static final double SWELL = 6;

  private static final double FADE_IN_SECONDS = 0.6;
  private static final double FADE_OUT_SECONDS = 2;

  /**
   * How far what is ducked steps back. Chosen by measuring: under five narrations of three voices,
   * each at its level, the mean while somebody speaks was −5.8 to −7.2 dB, which takes the swell
   * away again.
   */
  private static final String DUCK =
      "sidechaincompress=threshold=0.059:ratio=3:attack=20:release=400";

  /** The compressor drops what it holds when an input ends: let that be something unheard. */
  private static final String LONGER = "apad=pad_dur=1";

  private MixGraph() {}

  /**
   * One input of the graph.
   *
   * @param input what makes FFmpeg open it
   * @param filter its level, on both sides, as long as the mix
   */
  record Part(Stem stem, List<String> input, String filter) {}

  static Part voice(List<String> input, Loudness voice, String end) {
    String filter = level(SoundLevel.gain(voice, SoundLevel.VOICE));
    return new Part(
        Stem.VOICE,
        input,
        filter + ",aformat=sample_fmts=fltp:channel_layouts=mono,pan=stereo|c0=c0|c1=c0," + end);
  }

  /**
   * Music that comes in softly and is gone when the video ends.
   *
   * @param decibels against the voice while somebody speaks
   */
  static Part music(
      List<String> input, Loudness music, double decibels, double seconds, String end) {
    double fadeOut = Math.min(FADE_OUT_SECONDS, seconds / 3);
    double fadeIn = Math.min(FADE_IN_SECONDS, seconds / 3);
    return new Part(
        Stem.MUSIC,
        input,
        text(
            "%s,%s,afade=t=in:d=%.3f,afade=t=out:st=%.3f:d=%.3f",
            level(SoundLevel.gain(music, SoundLevel.VOICE + decibels + SWELL)),
            end,
            fadeIn,
            seconds - fadeOut,
            fadeOut));
  }

  /** Sounds that stand at their levels already. */
  static Part sounds(Stem stem, List<String> input, String end) {
    return new Part(stem, input, end);
  }

  /**
   * All parts in one, as {@code [mix]}; what is ducked steps back from the voice.
   *
   * @param speaking whether there is a voice to step back from
   * @param stems whether each part comes out by itself too, as {@code [voice]}, {@code [music]} …
   */
  static String mix(List<Part> parts, boolean speaking, boolean stems, String end) {
    List<String> chains = new ArrayList<>();
    StringBuilder together = new StringBuilder();
    long keys = speaking ? parts.stream().filter(p -> p.stem().ducked()).count() : 0;
    int key = 0;
    for (int i = 0; i < parts.size(); i++) {
      Stem stem = parts.get(i).stem();
      StringBuilder chain = new StringBuilder(text("[%d:a]%s", i, parts.get(i).filter()));
      if (speaking && stem.ducked()) {
        chain.append(text(",%s[%s-plain];", LONGER, stem.label()));
        chain.append(text("[key%d]%s[key%1$d-longer];", key, LONGER));
        chain.append(text("[%s-plain][key%d-longer]%s,%s", stem.label(), key++, DUCK, end));
      }
      long copies = 1 + (stems ? 1 : 0) + (stem == Stem.VOICE ? keys : 0);
      chain.append(copies > 1 ? ",asplit=" + copies : "").append(text("[%s-in]", stem.label()));
      if (stems) {
        chain.append(text("[%s]", stem.label()));
      }
      for (int k = 0; stem == Stem.VOICE && k < keys; k++) {
        chain.append(text("[key%d]", k));
      }
      chains.add(chain.toString());
      together.append(text("[%s-in]", stem.label()));
    }
    chains.add(text("%samix=inputs=%d:normalize=0[mix]", together, parts.size()));
    return String.join(";", chains);
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

  /** In floating point, so that nothing is cut off on the way. */
  private static String level(double gain) {
    return text("aformat=sample_fmts=fltp,volume=%.3fdB", gain);
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
