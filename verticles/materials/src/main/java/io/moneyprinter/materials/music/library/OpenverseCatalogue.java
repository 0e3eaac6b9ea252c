package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Openverse, which finds works under Creative Commons at Jamendo, Wikimedia Commons, ccMixter and
 * elsewhere. Only what may be used in business and changed is asked for. Form of questions and
 * answers: the API's own OpenAPI document, {@code /v1/audio/} (api.openverse.org).
 */
final class OpenverseCatalogue implements MusicCatalogue {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** The most that is given to those who do not sign in. */
  private static final int PAGE = 20;

  @Override
  public MusicBrief.Source source() {
    return MusicBrief.Source.OPENVERSE;
  }

  @Override
  public String search(ListMusic wanted) {
    String query = MusicCatalogue.words(wanted);
    return "/v1/audio/?category=music&license_type=commercial,modification&page_size="
        + PAGE
        + "&q="
        + URLEncoder.encode(query.isEmpty() ? "instrumental" : query, StandardCharsets.UTF_8);
  }

  @Override
  public boolean known(String name) {
    return ID.matcher(name).matches();
  }

  @Override
  public String one(String name) {
    return "/v1/audio/" + name + "/";
  }

  @Override
  public Offer read(JsonNode result) {
    String id = result.path("id").asText();
    if (!known(id) || !result.path("license").isTextual()) {
      throw new IllegalArgumentException("a piece has no id or no licence");
    }
    List<String> tags = new ArrayList<>();
    result.path("genres").forEach(genre -> tags.add(genre.asText().toLowerCase(Locale.ROOT)));
    result
        .path("tags")
        .forEach(tag -> tags.add(tag.path("name").asText().toLowerCase(Locale.ROOT)));
    String title = result.path("title").asText("").strip();
    MusicPiece piece =
        new MusicPiece(
            "openverse:" + id,
            title.isEmpty() ? "Untitled" : title,
            MusicBrief.Source.OPENVERSE,
            null,
            null,
            null,
            result.path("duration").isNumber() ? result.path("duration").asDouble() / 1000 : null,
            null,
            MusicCatalogue.tags(tags),
            new Provenance(
                "openverse",
                id,
                text(result, "creator"),
                licence(result.path("license").asText(), result.path("license_version").asText("")),
                text(result, "foreign_landing_url"),
                text(result, "title"),
                text(result, "creator_url"),
                text(result, "license_url")));
    return new Offer(piece, text(result, "url"));
  }

  /** As in the SPDX list, such as {@code CC-BY-SA-4.0}. */
  static String licence(String name, String version) {
    return switch (name) {
      case "cc0" -> "CC0-1.0";
      case "pdm" -> "Public Domain Mark 1.0";
      default ->
          "CC-"
              + name.toUpperCase(Locale.ROOT)
              + (version.isEmpty() || version.equals("null") ? "" : "-" + version);
    };
  }

  private static String text(JsonNode node, String field) {
    String text = node.path(field).asText("");
    return node.path(field).isTextual() && !text.isBlank() ? text : null;
  }
}
