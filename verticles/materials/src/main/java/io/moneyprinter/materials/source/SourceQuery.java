package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.Candidate;
import java.util.List;
import java.util.Locale;

/**
 * What is looked for.
 *
 * @param terms English words and phrases for what the picture should show, most telling first. A
 *     source looks for all of them together; ask again with fewer for a wider search
 * @param subject one sentence for what the camera shows, for sources that make the picture; may be
 *     empty
 * @param language of the terms, ISO 639-1
 * @param orientation how the canvas stands
 * @param width pixels that a file should at least have; smaller ones may come all the same
 * @param height pixels that a file should at least have; smaller ones may come all the same
 * @param seconds that a video should at least last; shorter ones may come all the same
 * @param kind only these; {@code null} for both
 * @param limit most candidates, 1 to 80
 */
public record SourceQuery(
    List<String> terms,
    String subject,
    String language,
    Orientation orientation,
    int width,
    int height,
    double seconds,
    Candidate.Kind kind,
    int limit) {
  private static final int MOST = 80;

  /** How something stands. */
  public enum Orientation {
    PORTRAIT,
    LANDSCAPE,
    SQUARE;

    /** Of a picture of that size; within 5 % of a square it is one. */
    public static Orientation of(int width, int height) {
      double ratio = width / (double) height;
      if (ratio > 0.95 && ratio < 1.05) {
        return SQUARE;
      }
      return ratio < 1 ? PORTRAIT : LANDSCAPE;
    }

    /** In small letters, as most sources write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SourceQuery {
    terms = terms.stream().map(String::strip).filter(term -> !term.isEmpty()).toList();
    subject = subject == null ? "" : subject.strip();
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("A search brings 1 to 80 candidates, not " + limit);
    }
  }

  /** The terms as one text for a search field. */
  public String text() {
    return String.join(" ", terms);
  }

  /** Whether candidates of that kind are wanted. */
  public boolean wants(Candidate.Kind some) {
    return kind == null || kind == some;
  }
}
