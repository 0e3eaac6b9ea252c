package io.moneyprinter.materials.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A candidate while a site's answer is read. What an answer leaves out stays unsaid. */
public final class Offer {
  private static final int LONGEST = 2000;

  private final String source;
  private final String id;
  private final Kind kind;
  private final List<String> tags = new ArrayList<>();
  private final List<Rendition> renditions = new ArrayList<>();
  private String title;
  private String description;
  private String author;
  private String authorUrl;
  private String licence = "";
  private String licenceUrl;
  private String page;
  private Double seconds;
  private String thumbnail;

  public Offer(String source, String id, Kind kind) {
    this.source = source;
    this.id = id;
    this.kind = kind;
  }

  public Offer title(String text) {
    title = clipped(text);
    return this;
  }

  public Offer description(String text) {
    description = clipped(text);
    return this;
  }

  /** Words between commas; {@code null} for none. */
  public Offer tags(String written) {
    if (written != null) {
      Arrays.stream(written.split(","))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty())
          .forEach(tags::add);
    }
    return this;
  }

  public Offer author(String name, String url) {
    author = name;
    authorUrl = url;
    return this;
  }

  public Offer licence(String name, String url) {
    licence = name;
    licenceUrl = url;
    return this;
  }

  public Offer page(String url) {
    page = url;
    return this;
  }

  public Offer seconds(Double length) {
    seconds = length;
    return this;
  }

  public Offer thumbnail(String url) {
    thumbnail = url;
    return this;
  }

  /** Another file; one without an address is passed over. */
  public Offer file(String url, Integer width, Integer height, Double fps, Long bytes) {
    if (url != null && !url.isBlank()) {
      renditions.add(new Rendition(url, width, height, fps, bytes));
    }
    return this;
  }

  /** Whether a file was named. */
  public boolean shown() {
    return !renditions.isEmpty();
  }

  public Candidate candidate() {
    return new Candidate(
        source,
        id,
        title,
        description,
        tags,
        author,
        authorUrl,
        licence,
        licenceUrl,
        page,
        kind,
        seconds,
        renditions,
        thumbnail,
        null);
  }

  /** The same candidate with the files it is shown by. */
  public static Candidate withFiles(Candidate known, Double seconds, List<Rendition> files) {
    return new Candidate(
        known.source(),
        known.id(),
        known.title(),
        known.description(),
        known.tags(),
        known.author(),
        known.authorUrl(),
        known.licence(),
        known.licenceUrl(),
        known.pageUrl(),
        known.kind(),
        seconds == null ? known.seconds() : seconds,
        files,
        known.thumbnailUrl(),
        known.perceptualHash());
  }

  private static String clipped(String text) {
    return text != null && text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** A field's text; {@code null} where there is none. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? value.asText().strip()
        : null;
  }

  /** A field's positive whole number; {@code null} where there is none. */
  public static Integer whole(JsonNode node, String field) {
    Double number = number(node, field);
    return number == null || number > Integer.MAX_VALUE || number < 1 ? null : number.intValue();
  }

  /** A field's positive number, also where it is written as text; {@code null} for none. */
  public static Double number(JsonNode node, String field) {
    double value = node.path(field).asDouble(0);
    return value > 0 ? value : null;
  }

  /** A field's number of bytes; {@code null} where there is none. */
  public static Long bytes(JsonNode node, String field) {
    long value = node.path(field).asLong(0);
    return value > 0 ? value : null;
  }
}
