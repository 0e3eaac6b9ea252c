package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The files that a finished job gives its owner.
 *
 * @param title of the video
 * @param seconds length of the video
 * @param files the video first
 * @param warnings what was doubtful about the order or the result, for people
 * @param rendered how many segments were rendered; {@code null} where that was not counted
 * @param reused how many segments were found rendered; {@code null} where that was not counted
 */
public record Publication(
    String title,
    double seconds,
    List<File> files,
    List<String> warnings,
    Integer rendered,
    Integer reused) {
  public static final String VIDEO = "video.mp4";
  public static final String WEBM = "video.webm";
  public static final String MOV = "video.mov";
  public static final String GIF = "video.gif";
  public static final String SOUND = "audio.m4a";
  public static final String POSTER = "poster.jpg";
  public static final String SRT = "captions.srt";
  public static final String VTT = "captions.vtt";
  public static final String ASS = "captions.ass";
  public static final String SPRITE = "sprite.jpg";
  public static final String SPRITE_VTT = "thumbnails.vtt";
  public static final String MANIFEST = "manifest.json";
  public static final String RECEIPT = "receipt.json";
  public static final String METADATA = "metadata.json";
  public static final String LICENCES = "licenses.json";
  public static final String CREDITS = "credits.txt";

  /** A stored file under the name its owner sees. */
  public record File(String name, Blob blob) {
    public File {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(blob, "blob");
    }
  }

  public Publication {
    Objects.requireNonNull(title, "title");
    files = List.copyOf(files);
    warnings = warnings == null ? List.of() : List.copyOf(warnings);
  }

  /** Without a count of segments. */
  public Publication(String title, double seconds, List<File> files, List<String> warnings) {
    this(title, seconds, files, warnings, null, null);
  }

  /** Nothing about it was doubtful. */
  public Publication(String title, double seconds, List<File> files) {
    this(title, seconds, files, List.of());
  }

  /** A file by its name in the result, such as {@code video.mp4}. */
  public Optional<Blob> file(String name) {
    return files.stream().filter(f -> f.name().equals(name)).map(File::blob).findFirst();
  }
}
