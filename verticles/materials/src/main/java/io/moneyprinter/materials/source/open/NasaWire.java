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
import java.util.Optional;

/**
 * NASA's Image and Video Library: {@code GET /search}, then {@code GET /asset/{nasa_id}} for the
 * files (https://images.nasa.gov/docs/images.nasa.gov_api_docs.pdf). No key. How large a file is
 * only its name tells: {@code ~large} before {@code ~medium} before {@code ~orig}, which may be of
 * any size.
 */
public final class NasaWire implements SourceWire {
  public static final String NAME = "nasa";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "NASA Images",
          "https://images-api.nasa.gov",
          KeyPlace.bearer(),
          false,
          RequestLimit.perHour(1000),
          Duration.ofDays(1));

  private static final String LICENCE = "Public domain (NASA media guidelines)";
  private static final String LICENCE_URL =
      "https://www.nasa.gov/nasa-brand-center/images-and-media/";
  private static final List<String> SIZES = List.of("~large.", "~medium.", "~orig.", "~small.");

  private final String address;

  public NasaWire(String address) {
    this.address = address;
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
    String types =
        query.kind() == null ? "image,video" : query.kind() == Kind.VIDEO ? "video" : "image";
    String target =
        Query.of(address + "/search")
            .with("q", query.text())
            .with("media_type", types)
            .with("page_size", query.limit())
            .toString();
    return List.of(new Ask<>(ProviderRequest.get(target), NasaWire::read));
  }

  private static List<Candidate> read(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode item : answer.path("collection").path("items")) {
      JsonNode data = item.path("data").path(0);
      String id = Offer.text(data, "nasa_id");
      if (id == null) {
        continue;
      }
      String author = Offer.text(data, "photographer");
      String centre = Offer.text(data, "center");
      Offer offer =
          new Offer(
                  NAME,
                  id,
                  "video".equals(Offer.text(data, "media_type")) ? Kind.VIDEO : Kind.STILL)
              .title(Offer.text(data, "title"))
              .description(Offer.text(data, "description"))
              .author(author != null ? author : centre == null ? "NASA" : "NASA/" + centre, null)
              .licence(LICENCE, LICENCE_URL)
              .page("https://images.nasa.gov/details/" + Query.encoded(id))
              .thumbnail(Offer.text(item.path("links").path(0), "href"));
      data.path("keywords").forEach(word -> offer.tags(word.asText()));
      found.add(offer.candidate());
    }
    return found;
  }

  @Override
  public Optional<Ask<Candidate>> detail(Candidate candidate) {
    String target = address + "/asset/" + Query.encoded(candidate.id());
    return Optional.of(
        new Ask<>(ProviderRequest.get(target), answer -> withFiles(candidate, answer)));
  }

  private static Candidate withFiles(Candidate candidate, JsonNode answer) {
    List<String> endings =
        candidate.kind() == Kind.VIDEO
            ? List.of("mp4", "mov")
            : List.of("jpg", "jpeg", "png", "JPG");
    List<Rendition> files = new ArrayList<>();
    for (String size : SIZES) {
      for (JsonNode item : answer.path("collection").path("items")) {
        String url = item.path("href").asText("");
        if (endings.stream().anyMatch(ending -> url.endsWith(size + ending))) {
          files.add(
              new Rendition(
                  url.replaceFirst("^http:(?=//[^/]*nasa)", "https:"), null, null, null, null));
        }
      }
    }
    return Offer.withFiles(candidate, null, files);
  }
}
