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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pexels: {@code GET /videos/search} and {@code GET /v1/search}, the key bare in {@code
 * Authorization}, 200 requests an hour (https://www.pexels.com/api/documentation/). A video has no
 * title of its own: the words of its page's address say what it shows.
 */
public final class PexelsWire implements SourceWire {
  public static final String NAME = "pexels";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Pexels",
          "https://api.pexels.com",
          KeyPlace.header("Authorization"),
          true,
          RequestLimit.perHour(200),
          Duration.ofDays(1));

  private static final String LICENCE = "Pexels License";
  private static final String LICENCE_URL = "https://www.pexels.com/license/";
  private static final Pattern SLUG = Pattern.compile("/(?:video|photo)/([^/]+?)-?\\d*/?$");

  /** Sides above which a clip has to have 1080 lines rather than 720. */
  private static final int FULL_HD = 1280;

  /** What {@code large2x} fits into: 940 by 650 at twice the density. */
  private static final double LARGE_WIDTH = 1880;

  private static final double LARGE_HEIGHT = 1300;

  private final String address;

  public PexelsWire(String address) {
    this.address = address;
  }

  /** What holds where no setting says otherwise. */
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
      String size = Math.max(query.width(), query.height()) > FULL_HD ? "medium" : "small";
      asks.add(
          new Ask<>(
              ProviderRequest.get(target("/videos/search", query, size)), PexelsWire::videos));
    }
    if (query.wants(Kind.STILL)) {
      asks.add(
          new Ask<>(ProviderRequest.get(target("/v1/search", query, "small")), PexelsWire::photos));
    }
    return asks;
  }

  private String target(String path, SourceQuery query, String size) {
    return Query.of(address + path)
        .with("query", query.text())
        .with("orientation", query.orientation().word())
        .with("size", size)
        .with("per_page", query.limit())
        .toString();
  }

  private static List<Candidate> videos(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode video : answer.path("videos")) {
      Offer offer =
          new Offer(NAME, video.path("id").asText(), Kind.VIDEO)
              .title(words(Offer.text(video, "url")))
              .author(Offer.text(video.path("user"), "name"), Offer.text(video.path("user"), "url"))
              .licence(LICENCE, LICENCE_URL)
              .page(Offer.text(video, "url"))
              .seconds(Offer.number(video, "duration"))
              .thumbnail(Offer.text(video, "image"));
      video.path("tags").forEach(tag -> offer.tags(tag.asText()));
      for (JsonNode file : video.path("video_files")) {
        // A playlist (quality "hls") is no file.
        if (file.path("file_type").asText("").startsWith("video/")) {
          offer.file(
              Offer.text(file, "link"),
              Offer.whole(file, "width"),
              Offer.whole(file, "height"),
              Offer.number(file, "fps"),
              Offer.bytes(file, "size"));
        }
      }
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }

  private static List<Candidate> photos(JsonNode answer) {
    List<Candidate> found = new ArrayList<>();
    for (JsonNode photo : answer.path("photos")) {
      Integer width = Offer.whole(photo, "width");
      Integer height = Offer.whole(photo, "height");
      JsonNode files = photo.path("src");
      Offer offer =
          new Offer(NAME, "photo-" + photo.path("id").asText(), Kind.STILL)
              .title(Offer.text(photo, "alt"))
              .description(words(Offer.text(photo, "url")))
              .author(Offer.text(photo, "photographer"), Offer.text(photo, "photographer_url"))
              .licence(LICENCE, LICENCE_URL)
              .page(Offer.text(photo, "url"))
              .thumbnail(Offer.text(files, "tiny"));
      if (width != null && height != null) {
        double scale = Math.min(1, Math.min(LARGE_WIDTH / width, LARGE_HEIGHT / height));
        offer.file(
            Offer.text(files, "large2x"),
            (int) Math.round(width * scale),
            (int) Math.round(height * scale),
            null,
            null);
      }
      offer.file(Offer.text(files, "original"), width, height, null, null);
      if (offer.shown()) {
        found.add(offer.candidate());
      }
    }
    return found;
  }

  private static String words(String page) {
    Matcher slug = SLUG.matcher(page == null ? "" : page);
    return slug.find() ? slug.group(1).replace('-', ' ') : null;
  }
}
