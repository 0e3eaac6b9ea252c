package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.video.VideoBrief;
import java.util.stream.Stream;

/** What a person will know a video by that is not yet made. */
public final class BriefTitle {
  private static final int MOST = 80;

  private BriefTitle() {}

  /** Its title, or the beginning of what it is about; on one line, empty for nothing said. */
  public static String of(VideoBrief brief) {
    String text =
        Stream.of(brief.title(), brief.topic(), brief.script())
            .filter(said -> said != null && !said.isBlank())
            .findFirst()
            .orElseGet(() -> brief.scenes().isEmpty() ? "" : brief.scenes().get(0).narration());
    String line = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    int most = Math.min(MOST, line.codePointCount(0, line.length()));
    int end = line.offsetByCodePoints(0, most);
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }
}
