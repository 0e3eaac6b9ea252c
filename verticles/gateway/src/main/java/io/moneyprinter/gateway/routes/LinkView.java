package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import java.time.Instant;

/**
 * A link as its owner sees it.
 *
 * @param href path on this server, or the address of a CDN; whoever has it has the file
 * @param watch path of a small page that shows the file; {@code null} for a link to a CDN
 * @param subject what it is a file of
 * @param size bytes; {@code null} for all files of a video as one ZIP
 */
record LinkView(
    String id,
    String href,
    String watch,
    String subject,
    String fileName,
    String mediaType,
    Long size,
    LinkDisposition disposition,
    Instant createdAt,
    Instant expiresAt,
    Integer maxDownloads,
    int downloads,
    Instant revokedAt,
    Hrefs links) {
  /** Where to go from it. */
  record Hrefs(String self) {}

  static LinkView of(Link link) {
    return new LinkView(
        link.id(),
        link.href(),
        WatchRoute.path(link.href()),
        link.subject(),
        link.fileName(),
        link.blob().mediaType(),
        LinkedFileRoute.leadsToAll(link) ? null : link.blob().size(),
        link.disposition(),
        link.createdAt(),
        link.expiresAt(),
        link.maxDownloads(),
        link.downloads(),
        link.revokedAt(),
        new Hrefs(LinkRoutes.PATH + "/" + link.id()));
  }
}
