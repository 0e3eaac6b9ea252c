package io.moneyprinter.materials.source.stock;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.materials.source.Offer;
import io.moneyprinter.materials.source.Query;
import io.moneyprinter.materials.source.RequestLimit;
import io.moneyprinter.materials.source.SourceProfile;
import io.moneyprinter.materials.source.SourceQuery;
import io.moneyprinter.materials.source.SourceQuery.Orientation;
import io.moneyprinter.materials.source.SourceWire;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Pixabay: {@code GET /api/videos/} and {@code GET /api/}, the key in the query, 100 requests a
 * minute, answers to be kept for 24 hours, files not to be linked to but copied
 * (https://pixabay.com/api/docs/). Errors are text: {@code [ERROR 400] ...}.
 */
public final class PixabayWire implements SourceWire {
  public static final String NAME = "pixabay";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Pixabay",
          "https://pixabay.com",
          KeyPlace.query("key"),
          true,
          new RequestLimit(100, Duration.ofMinutes(1)),
          Duration.ofDays(1));

  private static final String LICENCE = "Pixabay Content License";
  private static final String LICENCE_URL = "https://pixabay.com/service/license-summary/";
  private static final int LONGEST_TEXT = 100;
  private static final int LEAST_PAGE = 3;

  /** The longer side of {@code largeImageURL}. */
  private static final double LARGE = 1280;

  private final String address;

  public PixabayWire(String address) {
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
    List<Ask<List<Candidate>>> asks = new ArrayList<>();
    if (query.wants(Kind.VIDEO)) {
      String target = target("/api/videos/", query).with("video_type", "film").toString();
      asks.add(new Ask<>(ProviderRequest.get(target), PixabayWire::videos));
    }
    if (query.wants(Kind.STILL)) {
      Query target = target("/api/", query).with("image_type", "photo");
      if (query.orientation() != Orientation.SQUARE) {
        boolean wide = query.orientation() == Orientation.LANDSCAPE;
        target.with("orientation", wide ? "horizontal" : "vertical");
      }
      asks.add(new Ask<>(ProviderRequest.get(target.toString()), PixabayWire::images));
    }
    return asks;
  }

  private Query target(String path, SourceQuery query) {
    String text = query.text();
    return Query.of(address + path)
        .with("q", text.substring(0, Math.min(LONGEST_TEXT, text.length())))
        .with("safesearch", true)
        .with("per_page", Math.max(LEAST_PAGE, query.limit()));
  }

  private static List<Candidate> videos(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      Offer offer = offer(hit, hit.path("id").asText(), Kind.VIDEO);
      offer.seconds(Offer.number(hit, "duration"));
      for (String size : List.of("large", "medium", "small", "tiny")) {
        JsonNode file = hit.path("videos").path(size);
        offer.file(
            Offer.text(file, "url"),
            Offer.whole(file, "width"),
            Offer.whole(file, "height"),
            null,
            Offer.bytes(file, "size"));
      }
      offer.thumbnail(Offer.text(hit.path("videos").path("tiny"), "thumbnail"));
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }

  private static List<Candidate> images(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode hit : answer.path("hits")) {
      Integer width = Offer.whole(hit, "imageWidth");
      Integer height = Offer.whole(hit, "imageHeight");
      Offer offer = offer(hit, "image-" + hit.path("id").asText(), Kind.STILL);
      if (width != null && height != null) {
        double scale = Math.min(1, LARGE / Math.max(width, height));
        offer.file(
            Offer.text(hit, "largeImageURL"),
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            null,
            null);
      }
      // Named only to those whom Pixabay has granted the full sizes.
      offer.file(Offer.text(hit, "imageURL"), width, height, null, Offer.bytes(hit, "imageSize"));
      offer.thumbnail(Offer.text(hit, "previewURL"));
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }

  private static Offer offer(JsonNode hit, String id, Kind kind) {
    String user = Offer.text(hit, "user");
    String url =
        user == null
            ? null
            : "https://pixabay.com/users/%s-%s/"
                .formatted(Query.encoded(user), hit.path("user_id").asText());
    return new Offer(NAME, id, kind)
        .title(Offer.text(hit, "name"))
        .tags(Offer.text(hit, "tags"))
        .author(user, url)
        .licence(LICENCE, LICENCE_URL)
        .page(Offer.text(hit, "pageURL"));
  }
}
