package io.moneyprinter.video.quality;

import io.moneyprinter.platform.settings.Setting;

/** From where on the sound of a video is doubtful. */
public record SoundLimits(
    @Setting(
            doc =
                "Most of a narration's samples that may be clipped, percent; more is heard as"
                    + " crackling",
            value = "0.05",
            min = 0,
            max = 100)
        double clipping,
    @Setting(
            doc =
                "How far what lies between the words is to be below the voice, decibels; a nearer"
                    + " noise is heard as such",
            value = "25",
            min = 0,
            max = 100)
        double noise,
    @Setting(
            doc =
                "Most of a narration that may be silent, percent; more is most likely a broken one",
            value = "60",
            min = 0,
            max = 100)
        double silence,
    @Setting(
            doc =
                "Slowest speech, words a minute, pauses within sentences included; languages that"
                    + " write no spaces are not judged",
            value = "60",
            min = 0,
            max = 1000)
        double slowest,
    @Setting(doc = "Fastest speech, words a minute, as above", value = "260", min = 0, max = 1000)
        double fastest,
    @Setting(
            doc = "How far the loudness of the whole may be from what was wanted, LU",
            value = "1",
            min = 0.1,
            max = 20)
        double loudness,
    @Setting(
            doc =
                "Whether a narration beyond these limits fails the video; otherwise it is handed out"
                    + " with a warning",
            value = "false")
        boolean refuse) {
  public SoundLimits {
    if (slowest > fastest) {
      throw new IllegalArgumentException("slowest must not be more than fastest");
    }
  }

  /** The limits of a node whose operator set none; for tests and tools. */
  public static SoundLimits usual() {
    return new SoundLimits(0.05, 25, 60, 60, 260, 1, false);
  }
}
