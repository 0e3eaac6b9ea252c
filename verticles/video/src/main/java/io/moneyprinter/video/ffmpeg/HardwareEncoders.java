package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.OutputBrief.Quality;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The encoders of graphics hardware, with their settings for each level of quality. They hold a
 * constant quality too, on scales of their own that only resemble libx264's.
 */
final class HardwareEncoders {
  static final List<String> NAMES =
      List.of(
          "h264_nvenc",
          "hevc_nvenc",
          "av1_nvenc",
          "h264_qsv",
          "hevc_qsv",
          "av1_qsv",
          "h264_vaapi",
          "hevc_vaapi",
          "av1_vaapi",
          "h264_videotoolbox",
          "hevc_videotoolbox");

  private static final String NODE = "/dev/dri/renderD128";

  private final int crf;

  /**
   * @param crf quality of H.264 at the standard level, 0 to 51
   */
  HardwareEncoders(int crf) {
    this.crf = crf;
  }

  Optional<VideoEncoder> named(String name, Quality quality) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    VideoCodec codec =
        VideoCodec.valueOf(name.substring(0, name.indexOf('_')).toUpperCase(Locale.ROOT));
    return Optional.of(
        switch (name.substring(name.indexOf('_') + 1)) {
          case "nvenc" -> nvenc(name, codec, quality);
          case "qsv" -> qsv(name, codec, quality);
          case "vaapi" -> vaapi(name, codec, quality);
          default -> videoToolbox(name, codec, quality);
        });
  }

  private VideoEncoder nvenc(String name, VideoCodec codec, Quality quality) {
    String preset =
        switch (quality) {
          case DRAFT -> "p1";
          case STANDARD -> "p4";
          case HIGH -> "p6";
        };
    List<String> settings =
        new ArrayList<>(
            List.of("-preset", preset, "-rc", "vbr", "-cq", "" + level(codec, quality)));
    settings.addAll(List.of("-b:v", "0", "-strict_gop", "1", "-forced-idr", "1"));
    profile(codec, settings);
    return new VideoEncoder(name, codec, true, List.of(), pixels("yuv420p", ""), settings);
  }

  private VideoEncoder qsv(String name, VideoCodec codec, Quality quality) {
    String preset =
        switch (quality) {
          case DRAFT -> "veryfast";
          case STANDARD -> "medium";
          case HIGH -> "slower";
        };
    List<String> settings = new ArrayList<>(List.of("-preset", preset));
    settings.addAll(List.of("-global_quality", "" + level(codec, quality)));
    if (codec != VideoCodec.AV1) {
      settings.addAll(List.of("-idr_interval", "0"));
    }
    profile(codec, settings);
    return new VideoEncoder(name, codec, true, List.of(), pixels("nv12", ""), settings);
  }

  private VideoEncoder vaapi(String name, VideoCodec codec, Quality quality) {
    List<String> settings = new ArrayList<>(List.of("-rc_mode", "CQP"));
    int quantizer = level(codec, quality);
    // Here, and only here, AV1's own scale of 0 to 255 is taken.
    int scaled = codec == VideoCodec.AV1 ? quantizer * 255 / 63 : quantizer;
    settings.addAll(List.of("-global_quality", "" + scaled, "-idr_interval", "0"));
    profile(codec, settings);
    List<String> device = List.of("-vaapi_device", NODE);
    return new VideoEncoder(name, codec, true, device, pixels("nv12", ",hwupload"), settings);
  }

  private static VideoEncoder videoToolbox(String name, VideoCodec codec, Quality quality) {
    String level =
        switch (quality) {
          case DRAFT -> "45";
          case STANDARD -> "60";
          case HIGH -> "75";
        };
    List<String> settings = new ArrayList<>(List.of("-q:v", level, "-allow_sw", "0"));
    profile(codec, settings);
    return new VideoEncoder(name, codec, true, List.of(), pixels("nv12", ""), settings);
  }

  private static void profile(VideoCodec codec, List<String> settings) {
    if (codec != VideoCodec.AV1) {
      settings.addAll(List.of("-profile:v", codec == VideoCodec.H264 ? "high" : "main"));
    }
  }

  /** HEVC and AV1 look as good as H.264 at higher numbers. */
  private int level(VideoCodec codec, Quality quality) {
    int shift =
        switch (quality) {
          case DRAFT -> 7;
          case STANDARD -> 0;
          case HIGH -> -4;
        };
    int base =
        switch (codec) {
          case AV1 -> crf + 10;
          case HEVC -> crf + 3;
          default -> crf;
        };
    return Math.max(1, Math.min(51, base + shift));
  }

  private static String pixels(String format, String upload) {
    return "format=" + format + ',' + EncoderCatalogue.COLOURS + upload;
  }
}
