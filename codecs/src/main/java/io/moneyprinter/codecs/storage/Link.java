package io.moneyprinter.codecs.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A link to one file.
 *
 * @param id unguessable; part of the address
 * @param tenant whose it is
 * @param subject what it is a file of
 * @param blob the file, with the media type it is sent as
 * @param href the address: a path on the gateway, signed, or that of a CDN
 * @param maxDownloads {@code null} for any number
 * @param downloads how often it was fetched so far
 * @param revokedAt {@code null} while it is good
 */
public record Link(
    String id,
    String tenant,
    String subject,
    Blob blob,
    String fileName,
    LinkDisposition disposition,
    String href,
    Instant createdAt,
    Instant expiresAt,
    Integer maxDownloads,
    int downloads,
    Instant revokedAt) {
  public Link {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(href, "href");
  }
}
