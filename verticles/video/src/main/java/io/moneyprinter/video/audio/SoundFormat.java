package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.OutputBrief.Container;
import io.moneyprinter.codecs.video.VideoCodec;
import java.util.List;

/** In which form the finished sound waits to be joined to the picture. */
enum SoundFormat {
  AAC(
      ".m4a",
      "audio/mp4",
      List.of("-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", "-f", "mp4")),
  OPUS(".webm", "audio/webm", List.of("-c:a", "libopus", "-b:a", "160k", "-f", "webm")),
  PCM(".wav", "audio/wav", List.of("-c:a", "pcm_s16le", "-f", "wav"));

  private final String suffix;
  private final String mediaType;
  private final List<String> options;

  SoundFormat(String suffix, String mediaType, List<String> options) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.options = options;
  }

  /** Opus in WebM, PCM beside ProRes, which is for editing, and AAC in anything else. */
  static SoundFormat suited(OutputBrief output) {
    if (output.container() == Container.WEBM) {
      return OPUS;
    }
    return output.container() == Container.MOV && output.codec() == VideoCodec.PRORES ? PCM : AAC;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  /** Encoder and container, for FFmpeg. */
  List<String> options() {
    return options;
  }
}
