package io.moneyprinter.gateway.page;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the studio. Those of the jar are read at their first use and kept: there are only so
 * many. Safe for all threads.
 */
public final class StudioFiles {
  static final String INDEX = "index.html";
  private static final String BUILD = "{build}";

  /** No empty, hidden or climbing part. */
  private static final Pattern PATH =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){0,6}");

  private static final Pattern IMPORTS =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  private final PageSource source;
  private final String build;
  private final boolean bundled;
  private final Map<String, StudioFile> kept = new ConcurrentHashMap<>();

  private StudioFiles(PageSource source) throws IOException {
    this.source = source;
    this.build = source.build();
    this.bundled = source.read(bundled("en", "create")).isPresent();
  }

  /**
   * Opens the studio; blocks shortly.
   *
   * @param folder serves the files there instead of those in the jar; empty for the jar's
   */
  public static StudioFiles open(String folder) {
    try {
      BundledPages bundled = new BundledPages();
      PageSource source = folder.isEmpty() ? bundled : folder(Path.of(folder), bundled);
      return new StudioFiles(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PageSource folder(Path folder, BundledPages bundled) {
    if (!Files.isRegularFile(folder.resolve(INDEX))) {
      throw new IllegalArgumentException(
          "gateway.studio: there is no %s in %s".formatted(INDEX, folder.toAbsolutePath()));
    }
    return new FolderPages(folder, bundled);
  }

  /** What stands in the addresses of the files. */
  String build() {
    return build;
  }

  boolean lasting() {
    return source.lasting();
  }

  /** The build of the studio writes it; no folder of sources has it. */
  private static String bundled(String language, String page) {
    return "bundle/" + language + "/" + page + ".html";
  }

  /**
   * The document that shows a page: that of the page and language alone, or where the studio is not
   * bundled, the one for all.
   *
   * @param page as the studio's router calls it
   */
  Future<StudioFile> document(Vertx vertx, String language, String page) {
    return file(vertx, bundled ? bundled(language, page) : INDEX);
  }

  /**
   * A file by its path below the build.
   *
   * @return fails with NOT_FOUND
   */
  Future<StudioFile> file(Vertx vertx, String path) {
    if (!PATH.matcher(path).matches() || !StudioFile.known(path)) {
      return Future.failedFuture(ServiceFailure.notFound("The studio has no such file"));
    }
    StudioFile known = kept.get(path);
    return known == null
        ? vertx.executeBlocking(() -> read(path), false)
        : Future.succeededFuture(known);
  }

  private StudioFile read(String path) throws IOException {
    byte[] bytes =
        source.read(path).orElseThrow(() -> ServiceFailure.notFound("The studio has no such file"));
    StudioFile file = StudioFile.of(path, path.endsWith(".html") ? addressed(bytes) : bytes);
    if (source.lasting()) {
      kept.put(path, file);
    }
    return file;
  }

  private byte[] addressed(byte[] document) {
    return new String(document, StandardCharsets.UTF_8)
        .replace(BUILD, build)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The hash by which a content policy allows the import map of a document, and no other script
   * within it.
   *
   * @return empty for a bundled document, which has none
   * @see <a href="https://www.w3.org/TR/CSP3/#match-element-to-source-list">CSP 3, section
   *     6.7.3</a>
   */
  static Optional<String> importsHash(StudioFile document) {
    Matcher imports = IMPORTS.matcher(document.plain().toString());
    if (!imports.find()) {
      return Optional.empty();
    }
    byte[] text = imports.group(1).getBytes(StandardCharsets.UTF_8);
    byte[] hash = Sha256.of(text);
    return Optional.of("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
  }
}
