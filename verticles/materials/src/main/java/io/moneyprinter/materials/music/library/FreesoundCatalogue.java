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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Freesound, where people share their own recordings. Asked for are pieces of half a minute to ten,
 * that may be used in business; what is fetched is the large preview (MP3), for which a key is
 * enough. Form of questions and answers: "Freesound API documentation, Resources"
 * (freesound.org/docs/api), {@code /apiv2/search/} and {@code /apiv2/sounds/}.
 */
final class FreesoundCatalogue implements MusicCatalogue {
  private static final Pattern ID = Pattern.compile("\\d{1,12}");
  private static final Pattern LICENCE =
      Pattern.compile("creativecommons\\.org/(licenses|publicdomain)/([a-z-]+)/([\\d.]+)");

  private static final int PAGE = 30;
  private static final String FIELDS =
      "id,name,tags,username,license,duration,url,previews,bpm,tonality";

  @Override
  public MusicBrief.Source source() {
    return MusicBrief.Source.FREESOUND;
  }

  @Override
  public String search(ListMusic wanted) {
    String query = MusicCatalogue.words(wanted);
    StringBuilder filter =
        new StringBuilder(
            "tag:music duration:[30 TO 600] license:(\"Creative Commons 0\" OR \"Attribution\")");
    if (wanted.slowest() != null || wanted.fastest() != null) {
      filter.append(" bpm:[%s TO %s]".formatted(bound(wanted.slowest()), bound(wanted.fastest())));
    }
    return "/apiv2/search/?query="
        + encoded(query)
        + "&filter="
        + encoded(filter.toString())
        + "&fields="
        + encoded(FIELDS)
        + "&page_size="
        + PAGE;
  }

  private static String bound(Double tempo) {
    return tempo == null ? "*" : Long.toString(Math.round(tempo));
  }

  @Override
  public boolean known(String name) {
    return ID.matcher(name).matches();
  }

  @Override
  public String one(String name) {
    return "/apiv2/sounds/" + name + "/?fields=" + encoded(FIELDS);
  }

  @Override
  public Offer read(JsonNode result) {
    String id = result.path("id").asText();
    if (!known(id) || !result.path("license").isTextual()) {
      throw new IllegalArgumentException("a piece has no id or no licence");
    }
    List<String> tags = new ArrayList<>();
    result.path("tags").forEach(tag -> tags.add(tag.asText().toLowerCase(Locale.ROOT)));
    double tempo = result.path("bpm").asDouble();
    String preview = result.path("previews").path("preview-hq-mp3").asText("");
    MusicPiece piece =
        new MusicPiece(
            "freesound:" + id,
            result.path("name").asText("Untitled"),
            MusicBrief.Source.FREESOUND,
            null,
            tempo > 0 ? tempo : null,
            result.path("tonality").isTextual() ? result.path("tonality").asText() : null,
            result.path("duration").isNumber() ? result.path("duration").asDouble() : null,
            null,
            MusicCatalogue.tags(tags),
            new Provenance(
                "freesound",
                id,
                result.path("username").asText(null),
                licence(result.path("license").asText()),
                result.path("url").asText(null),
                result.path("name").asText(null),
                null,
                result.path("license").asText()));
    return new Offer(piece, preview.isEmpty() ? null : preview);
  }

  /** The licence is told by its address; it is named as in the SPDX list. */
  private static String licence(String address) {
    Matcher found = LICENCE.matcher(address);
    if (!found.find()) {
      return address;
    }
    return found.group(2).equals("zero")
        ? "CC0-" + found.group(3)
        : "CC-" + found.group(2).toUpperCase(Locale.ROOT) + "-" + found.group(3);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
