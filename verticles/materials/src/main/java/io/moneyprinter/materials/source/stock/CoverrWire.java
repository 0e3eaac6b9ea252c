package io.moneyprinter.materials.source.stock;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
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

/**
 * Coverr: {@code GET /videos?query&urls=true}, key as bearer token, 50 requests an hour for a key
 * that is not yet approved (https://api.coverr.co/docs/). Videos only. Fetching {@code
 * mp4_download} tells Coverr of the download, as its terms ask. The addresses carry a token that
 * changes with every answer.
 */
public final class CoverrWire implements SourceWire {
  public static final String NAME = "coverr";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Coverr",
          "https://api.coverr.co",
          KeyPlace.bearer(),
          true,
          RequestLimit.perHour(50),
          Duration.ofHours(1));

  private final String address;

  public CoverrWire(String address) {
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
    if (!query.wants(Kind.VIDEO)) {
      return List.of();
    }
    String target =
        Query.of(address + "/videos")
            .with("query", query.text())
            .with("page_size", query.limit())
            .with("urls", true)
            .toString();
    return List.of(new Ask<>(ProviderRequest.get(target), CoverrWire::videos));
  }

  private static List<Candidate> videos(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      String id = hit.path("id").asText();
      JsonNode creator = hit.path("creator");
      Offer offer =
          new Offer(NAME, id, Kind.VIDEO)
              .title(Offer.text(hit, "title"))
              .description(Offer.text(hit, "description"))
              .author(Offer.text(creator, "name"), Offer.text(creator, "url"))
              .licence("Coverr License", "https://coverr.co/license")
              .page("https://coverr.co/videos/" + Query.encoded(id))
              .seconds(Offer.number(hit, "duration"))
              .thumbnail(Offer.text(hit, "thumbnail"));
      hit.path("tags").forEach(tag -> offer.tags(tag.asText()));
      String download = Offer.text(hit.path("urls"), "mp4_download");
      offer.file(
          download == null ? Offer.text(hit.path("urls"), "mp4") : download,
          Offer.whole(hit, "max_width"),
          Offer.whole(hit, "max_height"),
          null,
          null);
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }
}
