package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.SubtitleTrack;
import io.moneyprinter.video.ffmpeg.MediaInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;

/** Captions laid down as files, to be taken into a video as tracks that a player can switch on. */
final class CaptionTracks {
  /** The code of ISO 639-2 for a language that is not known. */
  static final String UNKNOWN = "und";

  private final List<Track> tracks;

  private record Track(Path file, String format, String language) {}

  private CaptionTracks(List<Track> tracks) {
    this.tracks = tracks;
  }

  /**
   * Checks and writes captions into a folder. Blocks.
   *
   * @param pointer where they stand in the request, for what is refused
   */
  static CaptionTracks write(List<SubtitleTrack> captions, String pointer, Path folder)
      throws IOException {
    List<Track> tracks = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      SubtitleTrack caption = captions.get(i);
      if (!caption.text().contains("-->")) {
        throw ServiceFailure.invalid(
            pointer + "/" + i + "/text",
            "holds no captions: give SubRip or WebVTT text with times");
      }
      boolean vtt = caption.text().replace("\uFEFF", "").stripLeading().startsWith("WEBVTT");
      String language = language(caption.language(), pointer + "/" + i + "/language");
      Path file = folder.resolve("captions-" + i + (vtt ? ".vtt" : ".srt"));
      tracks.add(
          new Track(Files.writeString(file, caption.text()), vtt ? "webvtt" : "srt", language));
    }
    return new CaptionTracks(List.copyOf(tracks));
  }

  /** The inputs, one a track. */
  List<String> inputs() {
    List<String> line = new ArrayList<>();
    for (Track track : tracks) {
      line.addAll(List.of("-protocol_whitelist", "file,pipe", "-f", track.format()));
      line.addAll(List.of("-i", MediaInput.name(track.file())));
    }
    return line;
  }

  /**
   * The output options that take the tracks in.
   *
   * @param firstInput number of the first of {@link #inputs}
   * @param before caption tracks that the output has already
   */
  List<String> outputs(int firstInput, int before, VideoContainer container) {
    List<String> line = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      int place = before + i;
      line.addAll(List.of("-map", firstInput + i + ":s:0"));
      line.addAll(List.of("-c:s:" + place, container.captionCodec()));
      line.addAll(
          List.of(
              "-metadata:s:s:" + place,
              "language=" + container.language(tracks.get(i).language())));
    }
    return line;
  }

  /** Containers note languages by the three letters of ISO 639-2. */
  private static String language(String tag, String pointer) {
    if (tag.isBlank() || tag.equals(UNKNOWN)) {
      return UNKNOWN;
    }
    try {
      String code = Locale.forLanguageTag(tag).getISO3Language();
      if (!code.isEmpty()) {
        return code;
      }
    } catch (MissingResourceException e) {
      throw refused(tag, pointer);
    }
    throw refused(tag, pointer);
  }

  private static ServiceFailure refused(String tag, String pointer) {
    return ServiceFailure.invalid(
        pointer, "must be a BCP 47 tag such as en, de or zh-CN, not " + tag);
  }
}
