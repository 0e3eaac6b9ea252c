package io.moneyprinter.materials.source.open;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.materials.source.Offer;
import io.moneyprinter.materials.source.Query;
import io.moneyprinter.materials.source.RequestLimit;
import io.moneyprinter.materials.source.SourceProfile;
import io.moneyprinter.materials.source.SourceQuery;
import io.moneyprinter.materials.source.SourceWire;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The Internet Archive: {@code GET /advancedsearch.php} and, for the files, {@code GET
 * /metadata/{identifier}} (https://archive.org/advancedsearch.php,
 * https://archive.org/developers/md-read.html). No key. Only items whose {@code licenseurl} allows
 * reuse and change.
 */
public final class ArchiveWire implements SourceWire {
  public static final String NAME = "archive";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Internet Archive",
          "https://archive.org",
          KeyPlace.header("Authorization"),
          false,
          new RequestLimit(30, Duration.ofMinutes(1)),
          Duration.ofDays(1));

  private static final Set<String> FIELDS =
      Set.of("identifier", "title", "description", "subject", "creator", "licenseurl");

  private final String address;
  private final boolean shareAlike;

  /**
   * @param shareAlike whether CC BY-SA will do
   */
  public ArchiveWire(String address, boolean shareAlike) {
    this.address = address;
    this.shareAlike = shareAlike;
  }

  public static SourceProfile known() {
    return PROFILE;
  }

  @Override
  public SourceProfile profile() {
    return PROFILE;
  }

  @Override
  public List<Ask<List<Candidate>>> search(SourceQuery query) {
    List<Ask<List<Candidate>>> asks = new ArrayList<>();
    if (query.wants(Kind.VIDEO)) {
      asks.add(ask(query, "movies", Kind.VIDEO));
    }
    if (query.wants(Kind.STILL)) {
      asks.add(ask(query, "image", Kind.STILL));
    }
    return asks;
  }

  private Ask<List<Candidate>> ask(SourceQuery query, String type, Kind kind) {
    // Signs that mean something in a Lucene query do not come from the terms.
    String words = query.text().replaceAll("[^\\p{L}\\p{N} ]+", " ").strip();
    Query target =
        Query.of(address + "/advancedsearch.php")
            .with(
                "q",
                "(%s) AND mediatype:(%s) AND licenseurl:(*creativecommons*)".formatted(words, type))
            .with("rows", query.limit())
            .with("page", 1)
            .with("output", "json");
    FIELDS.stream().sorted().forEach(field -> target.with("fl[]", field));
    return new Ask<>(ProviderRequest.get(target.toString()), answer -> read(answer, kind));
  }

  private List<Candidate> read(JsonNode answer, Kind kind) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode item : answer.path("response").path("docs")) {
      String id = Offer.text(item, "identifier");
      Optional<OpenLicence> licence = OpenLicence.of(first(item, "licenseurl"), null, shareAlike);
      if (id == null || licence.isEmpty()) {
        continue;
      }
      Offer offer =
          new Offer(NAME, id, kind)
              .title(first(item, "title"))
              .description(first(item, "description"))
              .author(first(item, "creator"), null)
              .licence(licence.get().name(), licence.get().url())
              .page("https://archive.org/details/" + Query.encoded(id))
              .thumbnail("https://archive.org/services/img/" + Query.encoded(id));
      JsonNode subject = item.path("subject");
      if (subject.isArray()) {
        subject.forEach(tag -> offer.tags(tag.asText()));
      } else {
        offer.tags(subject.asText("").replace(';', ','));
      }
      found.add(offer.candidate());
    }
    return found;
  }

  /** A field that is a text, or a list of texts. */
  private static String first(JsonNode item, String field) {
    JsonNode value = item.path(field);
    return value.isArray() ? value.path(0).asText(null) : Offer.text(item, field);
  }

  @Override
  public Optional<Ask<Candidate>> detail(Candidate candidate) {
    String target = address + "/metadata/" + Query.encoded(candidate.id());
    return Optional.of(
        new Ask<>(ProviderRequest.get(target), answer -> withFiles(candidate, answer)));
  }

  private Candidate withFiles(Candidate candidate, JsonNode answer) {
    Set<String> endings =
        candidate.kind() == Kind.VIDEO ? Set.of("mp4") : Set.of("jpg", "jpeg", "png");
    List<Rendition> files = new ArrayList<>();
    Double seconds = null;
    for (JsonNode file : answer.path("files")) {
      String name = file.path("name").asText("");
      String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
      boolean small = name.startsWith("__ia_thumb") || name.contains("_thumb");
      if (endings.contains(ending) && !small) {
        files.add(
            new Rendition(
                address
                    + "/download/"
                    + Query.encoded(candidate.id())
                    + "/"
                    + Query.encoded(name).replace("%2F", "/"),
                Offer.whole(file, "width"),
                Offer.whole(file, "height"),
                null,
                Offer.bytes(file, "size")));
        seconds = seconds == null ? Offer.number(file, "length") : seconds;
      }
    }
    return Offer.withFiles(candidate, seconds, files);
  }
}
