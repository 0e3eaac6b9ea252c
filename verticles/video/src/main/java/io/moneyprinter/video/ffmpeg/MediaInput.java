package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.video.safety.MediaLimits;
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

  private static final String PROBE_BYTES = "8000000";
  private static final String PROBE_MICROSECONDS = "5000000";

  private MediaInput() {}

  /** The restricting options, for in front of {@code -i}. */
  public static List<String> restrictions() {
    return List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS);
  }

  /**
   * A file that nobody has looked at yet: little is read to find out what it is, it is decoded by
   * one thread, and only what is within the limits.
   */
  public static List<String> suspect(Path file, MediaLimits limits) {
    List<String> all = new ArrayList<>(restrictions());
    all.addAll(List.of("-max_alloc", Long.toString(limits.lookMemory().bytes() / 2)));
    all.addAll(List.of("-max_streams", Integer.toString(limits.streams())));
    all.addAll(List.of("-max_pixels", Long.toString(limits.pixels())));
    all.addAll(List.of("-probesize", PROBE_BYTES, "-analyzeduration", PROBE_MICROSECONDS));
    all.addAll(List.of("-threads", "1", "-i", name(file)));
    return all;
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
