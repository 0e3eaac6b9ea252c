package io.moneyprinter.video.ffmpeg;

import java.util.List;

/** Ways to decode, filter and encode on graphics hardware. */
public enum Accelerator {
  CUDA("cuda", "cuda", "scale_cuda", "h264_nvenc"),
  QSV("qsv", "qsv", "scale_qsv", "h264_qsv"),
  VAAPI("vaapi", "vaapi", "scale_vaapi", "h264_vaapi"),
  VIDEOTOOLBOX("videotoolbox", "videotoolbox_vld", "scale_vt", "h264_videotoolbox");

  private static final String DEVICE = "gpu";

  private final String word;
  private final String surface;
  private final String scaler;
  private final String encoder;

  Accelerator(String word, String surface, String scaler, String encoder) {
    this.word = word;
    this.surface = surface;
    this.scaler = scaler;
    this.encoder = encoder;
  }

  /** As FFmpeg calls it. */
  public String word() {
    return word;
  }

  /** The encoder by which its ability to encode is judged. */
  String encoder() {
    return encoder;
  }

  /** Options that open the device, for in front of the inputs. */
  List<String> open() {
    return List.of("-init_hw_device", word + "=" + DEVICE, "-filter_hw_device", DEVICE);
  }

  /** Options that leave decoded frames on the device, for in front of an input. */
  List<String> decode() {
    return List.of("-hwaccel", word, "-hwaccel_device", DEVICE, "-hwaccel_output_format", surface);
  }

  /** Filters that take a frame to the device, scale it there, and bring it back. */
  String filters(int side) {
    return "format=nv12,hwupload=extra_hw_frames=8,%s=%d:%d,hwdownload,format=nv12"
        .formatted(scaler, side, side);
  }
}
