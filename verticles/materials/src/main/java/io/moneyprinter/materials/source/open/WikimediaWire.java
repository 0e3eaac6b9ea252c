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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wikimedia Commons by the MediaWiki Action API: {@code action=query&generator=search} with {@code
 * prop=videoinfo}, which tells of stills too (https://www.mediawiki.org/wiki/API:Videoinfo,
 * https://www.mediawiki.org/wiki/Extension:CommonsMetadata). No key; a user agent with a way to
 * reach its owner is asked for, and no more than a few requests at a time
 * (https://www.mediawiki.org/wiki/API:Etiquette). Descriptions and authors are HTML.
 */
public final class WikimediaWire implements SourceWire {
  public static final String NAME = "wikimedia";

  private static final SourceProfile PROFILE =
      new SourceProfile(
          NAME,
          "Wikimedia Commons",
          "https://commons.wikimedia.org",
          KeyPlace.bearer(),
          false,
          new RequestLimit(60, Duration.ofMinutes(1)),
          Duration.ofDays(1));

  private static final int FILES = 6;
  private static final String NAMESPACE = "File:";
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
  private static final Pattern LINK = Pattern.compile("href=\"((?:https?:)?//[^\"]+)\"");

  /** Widths that its servers scale to without being asked individually. */
  private static final List<Integer> WIDTHS = List.of(960, 1280, 1920, 3840);

  private final String address;
  private final boolean shareAlike;

  /**
   * @param shareAlike whether CC BY-SA will do
   */
  public WikimediaWire(String address, boolean shareAlike) {
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
      asks.add(ask(query, "video", Kind.VIDEO));
    }
    if (query.wants(Kind.STILL)) {
      asks.add(ask(query, "bitmap", Kind.STILL));
    }
    return asks;
  }

  private Ask<List<Candidate>> ask(SourceQuery query, String type, Kind kind) {
    String target =
        Query.of(address + "/w/api.php")
            .with("action", "query")
            .with("format", "json")
            .with("formatversion", 2)
            .with("generator", "search")
            .with("gsrsearch", query.text() + " filetype:" + type)
            .with("gsrnamespace", FILES)
            .with("gsrlimit", query.limit())
            .with("prop", "videoinfo")
            .with("viprop", "url|size|mime|extmetadata|derivatives")
            .with("viurlwidth", width(query))
            .toString();
    return new Ask<>(ProviderRequest.get(target), answer -> read(answer, kind));
  }

  private static int width(SourceQuery query) {
    return WIDTHS.stream().filter(step -> step >= query.width()).findFirst().orElse(3840);
  }

  private List<Candidate> read(JsonNode answer, Kind kind) {
    List<JsonNode> pages = new ArrayList<>();
    answer.path("query").path("pages").forEach(pages::add);
    // The pages come in no order; the place in the search is a field of each.
    pages.sort(Comparator.comparingInt(page -> page.path("index").asInt()));
    List<Candidate> found = new ArrayList<>();
    pages.forEach(page -> candidate(page, kind).ifPresent(found::add));
    return found;
  }

  private Optional<Candidate> candidate(JsonNode page, Kind kind) {
    JsonNode info = page.path("videoinfo").path(0);
    JsonNode facts = info.path("extmetadata");
    Optional<OpenLicence> licence =
        OpenLicence.of(fact(facts, "LicenseUrl"), fact(facts, "LicenseShortName"), shareAlike);
    if (licence.isEmpty()) {
      return Optional.empty();
    }
    String artist = fact(facts, "Artist");
    String categories = fact(facts, "Categories");
    Offer offer =
        new Offer(NAME, page.path("pageid").asText(), kind)
            .title(title(page.path("title").asText()))
            .description(plain(fact(facts, "ImageDescription")))
            .tags(categories == null ? null : categories.replace('|', ','))
            .author(plain(artist), link(artist))
            .licence(licence.get().name(), licence.get().url())
            .page(Offer.text(info, "descriptionurl"))
            .seconds(Offer.number(info, "duration"))
            .thumbnail(Offer.text(info, "thumburl"));
    files(offer, info, kind);
    return offer.shown() ? Optional.of(offer.candidate()) : Optional.empty();
  }

  private static void files(Offer offer, JsonNode info, Kind kind) {
    if (kind == Kind.STILL) {
      offer.file(
          Offer.text(info, "thumburl"),
          Offer.whole(info, "thumbwidth"),
          Offer.whole(info, "thumbheight"),
          null,
          null);
    }
    for (JsonNode made : info.path("derivatives")) {
      if (made.path("type").asText("").startsWith("video/")) {
        offer.file(
            Offer.text(made, "src"),
            Offer.whole(made, "width"),
            Offer.whole(made, "height"),
            null,
            null);
      }
    }
    offer.file(
        Offer.text(info, "url"),
        Offer.whole(info, "width"),
        Offer.whole(info, "height"),
        null,
        Offer.bytes(info, "size"));
  }

  private static String fact(JsonNode facts, String name) {
    return Offer.text(facts.path(name), "value");
  }

  private static String title(String written) {
    String name = written.startsWith(NAMESPACE) ? written.substring(NAMESPACE.length()) : written;
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String plain(String html) {
    return html == null
        ? null
        : MARKUP
            .matcher(html)
            .replaceAll(" ")
            .replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&#039;", "'")
            .replace("&nbsp;", " ")
            .replaceAll("\\s+", " ")
            .strip();
  }

  private static String link(String html) {
    Matcher found = LINK.matcher(html == null ? "" : html);
    if (!found.find()) {
      return null;
    }
    return found.group(1).startsWith("//") ? "https:" + found.group(1) : found.group(1);
  }
}
