package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.video.OutputBrief;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kinds of file that hold picture and sound, and how FFmpeg is told to write them. */
enum VideoContainer {
  MP4(
      "mp4",
      ".mp4",
      "video/mp4",
      Set.of("aac"),
      List.of("-c:a", "aac", "-b:a", "192k"),
      "mov_text",
      List.of("-movflags", "+faststart")),
  MOV(
      "mov",
      ".mov",
      "video/quicktime",
      Set.of("aac", "pcm_s16le", "pcm_s24le"),
      List.of("-c:a", "pcm_s16le"),
      "mov_text",
      List.of("-movflags", "+faststart")),
  WEBM(
      "webm",
      ".webm",
      "video/webm",
      Set.of("opus"),
      List.of("-c:a", "libopus", "-b:a", "160k"),
      "webvtt",
      // Opus begins a little before zero, which the format provides for: nothing is to be moved.
      List.of("-cues_to_front", "1", "-copyts", "-avoid_negative_ts", "disabled"));

  /** QuickTime numbers few languages; these are known to its writer under other codes. */
  private static final Map<String, String> QUICKTIME =
      Map.of(
          "deu", "ger", "nld", "dut", "swe", "sve", "ell", "gre", "isl", "ice", "zho", "chi", "fas",
          "per");

  private final String format;
  private final String suffix;
  private final String mediaType;
  private final Set<String> sounds;
  private final List<String> soundEncoder;
  private final String captionCodec;
  private final List<String> indexFirst;

  VideoContainer(
      String format,
      String suffix,
      String mediaType,
      Set<String> sounds,
      List<String> soundEncoder,
      String captionCodec,
      List<String> indexFirst) {
    this.format = format;
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.sounds = sounds;
    this.soundEncoder = soundEncoder;
    this.captionCodec = captionCodec;
    this.indexFirst = indexFirst;
  }

  /** What is joined for an output; GIF is made of a lossless MP4. */
  static VideoContainer of(OutputBrief.Container container) {
    return switch (container) {
      case MOV -> MOV;
      case WEBM -> WEBM;
      case MP4, GIF, AUDIO -> MP4;
    };
  }

  static Optional<VideoContainer> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(c -> c.mediaType.equals(mediaType)).findFirst();
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  /**
   * How it notes a language.
   *
   * @param code terminological code of ISO 639-2
   */
  String language(String code) {
    return this == MOV ? QUICKTIME.getOrDefault(code, code) : code;
  }

  String captionCodec() {
    return captionCodec;
  }

  /** The sound is copied where players of this container know its codec, else encoded anew. */
  List<String> sound(String codec) {
    return sounds.contains(codec) ? List.of("-c:a", "copy") : soundEncoder;
  }

  /** The end of the command line: the index in front, so that playing begins before all is here. */
  List<String> target(String file) {
    List<String> line = new ArrayList<>(indexFirst);
    line.addAll(List.of("-fflags", "+bitexact", "-f", format, file));
    return line;
  }
}
