package io.moneyprinter.video;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.video.quality.SoundLimits;
import io.moneyprinter.video.safety.MediaLimits;
import java.util.List;
import java.util.Optional;

/** The settings of the video service. */
public record VideoConfig(
    @Setting(doc = "Path of an installed ffmpeg to use, ffprobe beside it; absent for the bundled")
        Optional<String> ffmpeg,
    @Setting(
            doc =
                "Encoders in order of preference; of each codec the first that works is taken, and"
                    + " software where none does: libx264, libx265, libsvtav1, libaom-av1,"
                    + " libvpx-vp9, prores_ks, and h264, hevc or av1 followed by _nvenc, _qsv,"
                    + " _vaapi or _videotoolbox",
            value = "libx264")
        List<String> encoders,
    @Setting(
            doc =
                "Speed of libx264 at the standard quality, from ultrafast to veryslow: slower is"
                    + " smaller, hardly better",
            value = "superfast")
        String preset,
    @Setting(
            doc = "Standard quality of H.264, 0 (lossless) to 51 (worst); 6 more halve the size",
            value = "21",
            min = 0,
            max = 51)
        int crf,
    @Setting(doc = "Threads of one encoder, 1 to 64", value = "2", min = 1, max = 64) int threads,
    @Setting(
            doc = "Segments encoded at once on graphics hardware, beside those on the processors",
            value = "2",
            min = 1,
            max = 64)
        int gpu,
    @Setting(doc = "Folder with further fonts (TTF, OTF), tried before the shipped ones")
        Optional<String> fonts,
    MediaLimits limits,
    SoundLimits sound) {
  public VideoConfig {
    encoders = List.copyOf(encoders);
  }
}
