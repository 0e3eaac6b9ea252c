package io.moneyprinter.gateway.routes;

import io.moneyprinter.gateway.http.Query;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file of a video is for, told by the first word of its name. */
enum FileKind {
  /** The video itself, in each form, or the sound where that is all. */
  VIDEO("video", "audio"),
  CAPTIONS("captions"),
  /** Voice, music and effects by themselves. */
  STEMS("stem", "voice", "music", "effects"),
  /** Poster, small pictures and their sheet. */
  PICTURES("poster", "thumbnail", "thumbnails", "sprite", "hover"),
  /** What is written about it: credits, licences, receipt, metadata, manifest. */
  PAPERS("credits", "licenses", "receipt", "metadata", "manifest");

  private static final String PARAMETER = "kinds";

  private final List<String> words;

  FileKind(String... words) {
    this.words = List.of(words);
  }

  private boolean has(String fileName) {
    return words.contains(fileName.split("[-.]", 2)[0]);
  }

  /** Whether a file is of one of these kinds; without any, every file is meant. */
  static boolean among(Set<FileKind> kinds, String fileName) {
    return kinds.isEmpty() || kinds.stream().anyMatch(kind -> kind.has(fileName));
  }

  /** Those that a request names, with commas between; none when it names none. */
  static Set<FileKind> read(RoutingContext ctx) {
    Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
    Query.text(ctx, PARAMETER)
        .ifPresent(text -> Arrays.stream(text.split(",", -1)).forEach(w -> kinds.add(of(w))));
    return kinds;
  }

  private static FileKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                Query.wrong(
                    PARAMETER,
                    "takes one or more of "
                        + Arrays.stream(values())
                            .map(FileKind::word)
                            .collect(Collectors.joining(", "))
                        + ", with commas between"));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
