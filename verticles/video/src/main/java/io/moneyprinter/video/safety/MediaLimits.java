package io.moneyprinter.video.safety;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;

/** What a file from outside may be, and what looking at it and working with it may cost. */
public record MediaLimits(
    @Setting(
            doc = "Longest side of a picture or clip, pixels",
            value = "16384",
            min = 64,
            max = 65535)
        int side,
    @Setting(doc = "Pixels of a still", value = "200000000", min = 4096, max = 1_000_000_000)
        long pixels,
    @Setting(
            doc = "Pixels of one frame of a clip; the default is 8192 x 4320",
            value = "35389440",
            min = 4096,
            max = 1_000_000_000)
        long framePixels,
    @Setting(doc = "Length of a clip or sound", value = "4h") Duration length,
    @Setting(doc = "Streams (tracks) in one file", value = "64", min = 1, max = 1000) int streams,
    @Setting(
            doc =
                "Time that one look at a file from outside may compute (Linux); a file gets three at"
                    + " most",
            value = "8s")
        Duration lookTime,
    @Setting(
            doc = "Address space of the program that looks at a file from outside (Linux)",
            value = "1536MB")
        DataSize lookMemory,
    @Setting(
            doc =
                "Memory of one FFmpeg at work: one that takes more is ended (Linux); 0B for no"
                    + " bound",
            value = "6GB")
        DataSize workMemory,
    @Setting(doc = "Size of a file that FFmpeg may write (Linux)", value = "64GB")
        DataSize outputSize) {

  /** The limits of a node whose operator set none; for tests and tools. */
  public static MediaLimits usual() {
    return new MediaLimits(
        16_384,
        200_000_000,
        35_389_440,
        Duration.ofHours(4),
        64,
        Duration.ofSeconds(8),
        DataSize.parse("1536MB"),
        DataSize.parse("6GB"),
        DataSize.parse("64GB"));
  }
}
