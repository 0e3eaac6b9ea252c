package io.moneyprinter.content.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.SourceBrief;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.web.PublicFetch;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the text that a script is made from: the user's own, that of a web page, or the summary of
 * an article of Wikipedia (Wikimedia REST API, {@code GET /api/rest_v1/page/summary/{title}}, no
 * key; text under CC BY-SA 4.0, which has to be said).
 */
public final class SourceReader {
  private static final String PAGES = "text/html, application/xhtml+xml, text/plain;q=0.8";
  private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)");
  private static final int SHORTEST = 80;
  private static final String LICENCE = "CC BY-SA 4.0";

  private final WorkerPools pools;
  private final SourcesConfig config;
  private final PublicFetch fetch;

  public SourceReader(Vertx vertx, WorkerPools pools, SourcesConfig config) {
    this.pools = pools;
    this.config = config;
    this.fetch =
        new PublicFetch(
            vertx,
            pools,
            new PublicFetch.Limits(
                config.timeout(),
                config.maxPage().bytes(),
                PublicFetch.hosts(config.privateHosts())));
  }

  /**
   * The text of a source.
   *
   * @param language BCP 47 tag of the video
   */
  public Future<SourceText> read(SourceBrief source, String language) {
    if (source.url() != null && !source.url().isBlank()) {
      return fetch
          .get("/source/url", source.url(), PAGES)
          .compose(page -> pools.run(Pool.MEDIA, () -> page(page)));
    }
    if (source.encyclopedia() != null && !source.encyclopedia().isBlank()) {
      return summary(source.encyclopedia().strip(), language);
    }
    return Future.succeededFuture(new SourceText(source.text(), List.of()));
  }

  private SourceText page(PublicFetch.Page page) {
    if (page.status() != 200) {
      throw ServiceFailure.invalid(
          "/source/url", page.address() + " answers " + page.status() + ", not a page");
    }
    String body = page.body().toString(charset(page.contentType()));
    boolean plain = page.contentType().startsWith("text/plain");
    if (!plain && !page.contentType().contains("html")) {
      throw ServiceFailure.invalid(
          "/source/url", page.address() + " is not a page of text but " + page.contentType());
    }
    ReadablePage readable =
        plain
            ? new ReadablePage("", "", body.strip())
            : ReadablePage.of(body, page.address().toString());
    if (readable.text().length() < SHORTEST) {
      throw ServiceFailure.invalid(
          "/source/url",
          page.address()
              + " holds hardly any text that can be read without a browser. Give the text itself"
              + " as source.text");
    }
    String text =
        readable.title().isEmpty() ? readable.text() : readable.title() + "\n\n" + readable.text();
    return new SourceText(
        text,
        List.of(
            new Provenance(
                "web",
                readable.title().isEmpty() ? page.address().toString() : readable.title(),
                readable.author().isEmpty() ? null : readable.author(),
                "not stated: see the page",
                page.address().toString())));
  }

  private static Charset charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    return named.find() && Charset.isSupported(named.group(1))
        ? Charset.forName(named.group(1))
        : StandardCharsets.UTF_8;
  }

  private Future<SourceText> summary(String title, String language) {
    String base =
        config.encyclopedia().replace("{language}", ULocale.forLanguageTag(language).getLanguage());
    String name =
        URLEncoder.encode(title.replace(' ', '_'), StandardCharsets.UTF_8).replace("+", "%20");
    return fetch
        .get("/source/encyclopedia", base + "/api/rest_v1/page/summary/" + name, "application/json")
        .map(page -> summary(page, title));
  }

  private static SourceText summary(PublicFetch.Page page, String title) {
    if (page.status() == 404) {
      throw ServiceFailure.invalid(
          "/source/encyclopedia",
          "The encyclopedia has no article " + title + " in the video's language");
    }
    JsonNode article = json(page);
    if ("disambiguation".equals(article.path("type").asText())) {
      throw ServiceFailure.invalid(
          "/source/encyclopedia",
          title + " stands for several things: name the article itself, such as Mercury (planet)");
    }
    String extract = article.path("extract").asText("").strip();
    if (extract.isEmpty()) {
      throw ServiceFailure.unavailable(
          "The encyclopedia gave no summary of " + title + ". Try again later");
    }
    String known = article.path("title").asText(title);
    return new SourceText(
        known + "\n\n" + extract,
        List.of(
            new Provenance(
                "wikipedia",
                known,
                "Wikipedia contributors",
                LICENCE,
                article
                    .path("content_urls")
                    .path("desktop")
                    .path("page")
                    .asText(page.address().toString()))));
  }

  private static JsonNode json(PublicFetch.Page page) {
    try {
      if (page.status() == 200) {
        return RecordJson.wire().readTree(page.body().getBytes());
      }
    } catch (IOException e) {
      throw ServiceFailure.unavailable("The encyclopedia's answer is not JSON. Try again later");
    }
    throw ServiceFailure.unavailable(
        "The encyclopedia answers " + page.status() + ". Try again later");
  }

  /** Closes its connections. */
  public Future<Void> close() {
    fetch.close();
    return Future.succeededFuture();
  }
}
