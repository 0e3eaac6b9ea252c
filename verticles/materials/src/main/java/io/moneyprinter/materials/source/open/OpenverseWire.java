package io.moneyprinter.materials.source.open;

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
import java.util.Optional;

/**
 * Openverse: {@code GET /v1/images/} (https://api.openverse.org/v1/). Stills only. Without a token
 * 20 results a page, 20 requests a minute and 200 a day
 * (https://docs.openverse.org/api/reference/authentication_and_throttling.html).
 */
public final class OpenverseWire implements SourceWire {
  public static final String NAME = "openverse";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Openverse",
          "https://api.openverse.org",
          KeyPlace.bearer(),
          false,
          new RequestLimit(20, Duration.ofMinutes(1)),
          Duration.ofDays(1));

  private static final int PAGE = 20;

  private final String address;
  private final boolean shareAlike;

  /**
   * @param shareAlike whether CC BY-SA will do
   */
  public OpenverseWire(String address, boolean shareAlike) {
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
    if (!query.wants(Kind.STILL)) {
      return List.of();
    }
    String shape =
        switch (query.orientation()) {
          case PORTRAIT -> "tall";
          case LANDSCAPE -> "wide";
          case SQUARE -> "square";
        };
    String target =
        Query.of(address + "/v1/images/")
            .with("q", query.text())
            .with("license", shareAlike ? "by,by-sa,cc0,pdm" : "by,cc0,pdm")
            .with("extension", "jpg,png,webp")
            .with("aspect_ratio", shape)
            .with("mature", false)
            .with("page_size", Math.min(PAGE, query.limit()))
            .toString();
    return List.of(new Ask<>(ProviderRequest.get(target), this::read));
  }

  private List<Candidate> read(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode image : answer.path("results")) {
      Optional<OpenLicence> licence =
          OpenLicence.of(Offer.text(image, "license_url"), shortName(image), shareAlike);
      if (licence.isEmpty()) {
        continue;
      }
      Offer offer =
          new Offer(NAME, image.path("id").asText(), Kind.STILL)
              .title(Offer.text(image, "title"))
              .author(Offer.text(image, "creator"), Offer.text(image, "creator_url"))
              .licence(licence.get().name(), licence.get().url())
              .page(Offer.text(image, "foreign_landing_url"))
              .thumbnail(Offer.text(image, "thumbnail"))
              .file(
                  Offer.text(image, "url"),
                  Offer.whole(image, "width"),
                  Offer.whole(image, "height"),
                  null,
                  Offer.bytes(image, "filesize"));
      image.path("tags").forEach(tag -> offer.tags(Offer.text(tag, "name")));
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }

  private static String shortName(JsonNode image) {
    String licence = image.path("license").asText("");
    return switch (licence) {
      case "cc0" -> "CC0";
      case "pdm" -> "Public domain";
      default -> "CC " + licence + " " + image.path("license_version").asText("");
    };
  }
}
