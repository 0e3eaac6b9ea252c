package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.codecs.video.Publication;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes the small page on which a shared file is shown. Whatever came from somebody stands in it
 * as text: nothing of it is markup.
 */
final class WatchPage {
  private final String frame;

  private WatchPage(String frame) {
    this.frame = frame;
  }

  /** Reads its frame from the class path; blocks shortly. */
  static WatchPage load() {
    return new WatchPage(
        Resource.read("/webroot/watch.html", "text/html").bytes().toString(StandardCharsets.UTF_8));
  }

  /** The page that says why there is nothing to see. */
  String sorry(WatchWords words, String heading) {
    return page(words, heading, "<p class=\"quiet\">" + text(words.ask()) + "</p>");
  }

  /**
   * @param query the part of the address behind the question mark, which the files need as well
   */
  String show(Link link, Optional<Job> job, String query, WatchWords words) {
    String file = LinkedFileRoute.PATH + link.id() + "?" + query;
    String title =
        job.filter(known -> known.result() != null)
            .map(known -> known.result().title())
            .orElseGet(() -> link.fileName().replaceFirst("\\.[A-Za-z0-9]{1,5}$", ""));
    String body = player(link, job, file, query, words);
    if (link.disposition() == LinkDisposition.ATTACHMENT) {
      body +=
          "<p><a class=\"button\" download href=\""
              + text(file)
              + "\">"
              + text(words.download())
              + "</a></p>";
    }
    return page(words, title, body);
  }

  private static String player(
      Link link, Optional<Job> job, String file, String query, WatchWords words) {
    String type = link.blob().mediaType();
    if (type.startsWith("image/")) {
      return "<img class=\"shown\" alt=\"\" src=\"" + text(file) + "\">";
    }
    if (type.startsWith("audio/")) {
      return "<audio class=\"shown\" controls src=\"" + text(file) + "\"></audio>";
    }
    if (!type.startsWith("video/")) {
      return "";
    }
    String beside = WatchRoute.PATH + link.id() + "/";
    String poster =
        has(job, Publication.POSTER)
            ? " poster=\"" + text(beside + WatchRoute.POSTER + "?" + query) + "\""
            : "";
    String captions =
        has(job, Publication.VTT)
            ? "<track kind=\"captions\" src=\"%s\" srclang=\"%s\" label=\"%s\">"
                .formatted(
                    text(beside + WatchRoute.CAPTIONS + "?" + query),
                    text(job.orElseThrow().brief().language()),
                    text(words.captions()))
            : "";
    return "<video class=\"shown\" controls playsinline preload=\"metadata\" src=\""
        + text(file)
        + "\""
        + poster
        + ">"
        + captions
        + "</video>";
  }

  private static boolean has(Optional<Job> job, String file) {
    return job.map(Job::result).flatMap(result -> result.file(file)).isPresent();
  }

  private String page(WatchWords words, String title, String body) {
    return frame
        .replace("{language}", words.language())
        .replace("{body}", body)
        .replace("{title}", text(title));
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
