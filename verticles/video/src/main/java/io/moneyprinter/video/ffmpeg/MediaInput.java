package io.moneyprinter.video.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a file that came from outside is opened: local files only, and only container formats that
 * hold media themselves. Play lists, which may name other files and hosts, are not among them.
 */
public final class MediaInput {
  private static final String FORMATS =
      "mov,mp4,m4a,matroska,webm,avi,mpegts,mpeg,flv,asf,ogg,gif,apng,wav,mp3,flac,aac,"
          + "png_pipe,jpeg_pipe,jpegls_pipe,webp_pipe,bmp_pipe,tiff_pipe,image2";

  private MediaInput() {}

  /** The restricting options, for in front of {@code -i}. */
  public static List<String> restrictions() {
    return List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS);
  }

  /** Restrictions and the file. */
  public static List<String> open(Path file) {
    List<String> all = new ArrayList<>(restrictions());
    all.addAll(List.of("-i", name(file)));
    return all;
  }

  /** A file's name in a form that cannot be taken for an option or another protocol. */
  public static String name(Path file) {
    return "file:" + file.toAbsolutePath();
  }
}
