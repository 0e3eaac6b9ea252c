package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.video.Publication;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that a video may have. No other form of name is ever looked up.
 *
 * @param fileName a word of ours, at most some marks such as a format or a number, and the suffix
 */
record FileType(String fileName, String mediaType) {
  private static final Pattern NAME =
      Pattern.compile("[a-z]{2,16}(?:-[A-Za-z0-9]{1,16}){0,4}(\\.[a-z0-9]{2,4})");

  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry(".mp4", "video/mp4"),
          Map.entry(".webm", "video/webm"),
          Map.entry(".mov", "video/quicktime"),
          Map.entry(".gif", "image/gif"),
          Map.entry(".m4a", "audio/mp4"),
          Map.entry(".wav", "audio/wav"),
          Map.entry(".jpg", "image/jpeg"),
          Map.entry(".srt", "application/x-subrip; charset=utf-8"),
          Map.entry(".vtt", "text/vtt; charset=utf-8"),
          Map.entry(".ass", "text/x-ssa; charset=utf-8"),
          Map.entry(".json", "application/json"),
          Map.entry(".txt", "text/plain; charset=utf-8"));

  static final FileType POSTER = of(Publication.POSTER).orElseThrow();

  static Optional<FileType> of(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() && MEDIA_TYPES.containsKey(matcher.group(1))
        ? Optional.of(new FileType(name, MEDIA_TYPES.get(matcher.group(1))))
        : Optional.empty();
  }

  /** What a saved file is called behind the video's title: all but the plain video's own word. */
  String saved() {
    int dot = fileName.lastIndexOf('.');
    String word = fileName.substring(0, dot);
    boolean plain = word.equals("video") || word.equals("poster") || word.equals("captions");
    return plain ? fileName.substring(dot) : "." + fileName;
  }
}
