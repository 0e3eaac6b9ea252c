package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.OutputBrief.Quality;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.List;
import java.util.Optional;

/**
 * The encoders that run on any processor, with their settings for each level of quality. All are
 * told a quality to hold, never a bit rate.
 */
final class SoftwareEncoders {
  /** How many steps of libx264's scale the high level is better than the standard one. */
  private static final int FINER = 4;

  /** How many steps worse a draft is. */
  private static final int COARSER = 7;

  private static final int WORST = 51;
  private static final String PLANAR = "format=yuv420p";

  private final String preset;
  private final int crf;

  /**
   * @param preset of libx264 at the standard level
   * @param crf of libx264 at the standard level, 0 to 51
   */
  SoftwareEncoders(String preset, int crf) {
    this.preset = preset;
    this.crf = crf;
  }

  /** Names that {@link #named} knows for a codec, best first. */
  static List<String> names(VideoCodec codec) {
    return switch (codec) {
      case H264 -> List.of("libx264");
      case HEVC -> List.of("libx265");
      case AV1 -> List.of("libsvtav1", "libaom-av1");
      case VP9 -> List.of("libvpx-vp9");
      case PRORES -> List.of("prores_ks");
      case LOSSLESS -> List.of(EncoderCatalogue.LOSSLESS);
    };
  }

  Optional<VideoEncoder> named(String name, Quality quality) {
    return Optional.ofNullable(
        switch (name) {
          case "libx264" -> x264(quality);
          case "libx265" -> x265(quality);
          case "libsvtav1" -> svtAv1(quality);
          case "libaom-av1" -> aom(quality);
          case "libvpx-vp9" -> vp9(quality);
          case "prores_ks" -> prores(quality);
          case EncoderCatalogue.LOSSLESS -> lossless();
          default -> null;
        });
  }

  private VideoEncoder x264(Quality quality) {
    // Macroblock tree and look-ahead give veryfast's fidelity for 58 % of its time.
    String lookAhead = "mbtree=1:rc-lookahead=20:";
    // ssim=1 makes it tell its fidelity; it changes no bit of what comes out. A look-ahead on a
    // thread
    // of its own decides otherwise when the last frames come in a burst: equal frames would not
    // give
    // equal bytes.
    String closed = "open-gop=0:keyint_min=30:ssim=1:sync-lookahead=0";
    return switch (quality) {
      case DRAFT -> x264("ultrafast", Math.min(WORST, crf + COARSER), closed);
      case STANDARD -> x264(preset, crf, lookAhead + closed);
      case HIGH -> x264("medium", Math.max(0, crf - FINER), closed);
    };
  }

  private static VideoEncoder x264(String preset, int crf, String parameters) {
    return software(
        "libx264",
        VideoCodec.H264,
        PLANAR,
        List.of(
            "-preset",
            preset,
            "-crf",
            Integer.toString(crf),
            "-profile:v",
            "high",
            "-x264-params",
            parameters));
  }

  private static VideoEncoder x265(Quality quality) {
    String preset = pick(quality, "ultrafast", "veryfast", "medium");
    String crf = pick(quality, "32", "25", "21");
    return software(
        "libx265",
        VideoCodec.HEVC,
        PLANAR,
        List.of(
            "-preset",
            preset,
            "-crf",
            crf,
            "-profile:v",
            "main",
            "-x265-params",
            "open-gop=0:info=0:log-level=error:pools=" + VideoEncoder.THREADS));
  }

  private static VideoEncoder svtAv1(Quality quality) {
    String preset = pick(quality, "12", "9", "6");
    String crf = pick(quality, "45", "35", "27");
    // Refresh type 2 is the closed group.
    return software(
        "libsvtav1",
        VideoCodec.AV1,
        PLANAR,
        List.of("-preset", preset, "-crf", crf, "-svtav1-params", "irefresh-type=2"));
  }

  private static VideoEncoder aom(Quality quality) {
    String speed = pick(quality, "8", "6", "4");
    String crf = pick(quality, "45", "35", "27");
    return software(
        "libaom-av1",
        VideoCodec.AV1,
        PLANAR,
        List.of("-usage", "good", "-cpu-used", speed, "-row-mt", "1", "-crf", crf, "-b:v", "0"));
  }

  private static VideoEncoder vp9(Quality quality) {
    String deadline = pick(quality, "realtime", "good", "good");
    String speed = pick(quality, "8", "5", "2");
    String crf = pick(quality, "45", "34", "27");
    return software(
        "libvpx-vp9",
        VideoCodec.VP9,
        PLANAR,
        List.of(
            "-deadline", deadline, "-cpu-used", speed, "-row-mt", "1", "-crf", crf, "-b:v", "0"));
  }

  private static VideoEncoder prores(Quality quality) {
    String profile = pick(quality, "proxy", "standard", "hq");
    return software(
        "prores_ks",
        VideoCodec.PRORES,
        "format=yuv422p10le",
        List.of("-profile:v", profile, "-vendor", "apl0"));
  }

  private static VideoEncoder lossless() {
    return software(
        "libx264", VideoCodec.LOSSLESS, PLANAR, List.of("-preset", "ultrafast", "-qp", "0"));
  }

  private static VideoEncoder software(
      String name, VideoCodec codec, String pixels, List<String> settings) {
    return new VideoEncoder(
        name, codec, false, List.of(), pixels + ',' + EncoderCatalogue.COLOURS, settings);
  }

  private static String pick(Quality quality, String draft, String standard, String high) {
    return switch (quality) {
      case DRAFT -> draft;
      case STANDARD -> standard;
      case HIGH -> high;
    };
  }
}
