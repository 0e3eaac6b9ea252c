package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.video.Appearance;
import java.util.List;
import java.util.Objects;

/**
 * A picture or clip that a source offers, before any of its files is fetched.
 *
 * @param source name of the source, such as {@code pexels}
 * @param id its name at the source; with the source's name it is unique
 * @param title in the source's words; may be empty
 * @param description in the source's words; may be empty
 * @param author who made it; {@code null} where the source does not say
 * @param authorUrl where the author is found; may be {@code null}
 * @param licence short name, an SPDX identifier where there is one
 * @param licenceUrl its text; may be {@code null}
 * @param pageUrl the page for people at the source; may be {@code null}
 * @param seconds length of a video; {@code null} for a still, and where the source does not say
 * @param renditions the files that show it; empty for a picture that is yet to be made
 * @param thumbnailUrl a small still of it; may be {@code null}
 * @param perceptualHash 64 bits as 16 hex digits, near for what looks alike; {@code null} where
 *     nobody has looked yet
 * @param appearance its colours and motion; {@code null} where nobody has looked yet
 */
public record Candidate(
    String source,
    String id,
    String title,
    String description,
    List<String> tags,
    String author,
    String authorUrl,
    String licence,
    String licenceUrl,
    String pageUrl,
    Kind kind,
    Double seconds,
    List<Rendition> renditions,
    String thumbnailUrl,
    String perceptualHash,
    Appearance appearance) {

  /** What it is. */
  public enum Kind {
    VIDEO,
    STILL
  }

  /**
   * One file that shows it.
   *
   * @param width pixels; {@code null} where the source does not say
   * @param height pixels; {@code null} where the source does not say
   * @param fps frames per second; {@code null} where the source does not say
   * @param bytes size; {@code null} where the source does not say
   */
  public record Rendition(String url, Integer width, Integer height, Double fps, Long bytes) {
    public Rendition {
      Objects.requireNonNull(url, "url");
    }
  }

  public Candidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(licence, "licence");
    Objects.requireNonNull(kind, "kind");
    title = title == null ? "" : title;
    description = description == null ? "" : description;
    tags = tags == null ? List.of() : List.copyOf(tags);
    renditions = renditions == null ? List.of() : List.copyOf(renditions);
  }

  /** One that nobody has looked at. */
  public Candidate(
      String source,
      String id,
      String title,
      String description,
      List<String> tags,
      String author,
      String authorUrl,
      String licence,
      String licenceUrl,
      String pageUrl,
      Kind kind,
      Double seconds,
      List<Rendition> renditions,
      String thumbnailUrl,
      String perceptualHash) {
    this(
        source,
        id,
        title,
        description,
        tags,
        author,
        authorUrl,
        licence,
        licenceUrl,
        pageUrl,
        kind,
        seconds,
        renditions,
        thumbnailUrl,
        perceptualHash,
        null);
  }

  /**
   * The same after somebody looked at it.
   *
   * @param seen {@code null} changes nothing
   */
  public Candidate looking(Appearance seen) {
    return seen == null
        ? this
        : new Candidate(
            source,
            id,
            title,
            description,
            tags,
            author,
            authorUrl,
            licence,
            licenceUrl,
            pageUrl,
            kind,
            seconds,
            renditions,
            thumbnailUrl,
            perceptualHash == null ? seen.hash() : perceptualHash,
            seen);
  }

  /** Source and id in one word, such as {@code pexels:857195}. */
  public String key() {
    return source + ":" + id;
  }
}
