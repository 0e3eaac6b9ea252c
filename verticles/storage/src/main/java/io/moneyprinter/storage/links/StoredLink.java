package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import java.time.Instant;

/**
 * A link as it stands in the books.
 *
 * @param size bytes of the file; 0 when its entry is gone
 * @param maxDownloads {@code null} for any number
 * @param takenAt when the last download that counts began; {@code null} for never
 * @param revokedAt {@code null} while it is good
 */
record StoredLink(
    String id,
    String tenant,
    String owner,
    String subject,
    String blobKey,
    long size,
    String mediaType,
    String fileName,
    LinkDisposition disposition,
    Instant createdAt,
    Instant expiresAt,
    Integer maxDownloads,
    int downloads,
    Instant takenAt,
    Instant revokedAt) {
  LinkClaims claims() {
    return new LinkClaims(id, tenant, subject, blobKey, expiresAt.getEpochSecond());
  }

  /** The same for those it belongs to, with its address. */
  Link shown(LinkSigner signer) {
    LinkClaims claims = claims();
    return new Link(
        id,
        tenant,
        subject,
        new Blob(blobKey, size, mediaType),
        fileName,
        disposition,
        "/files/" + id + "?exp=" + claims.expires() + "&sig=" + signer.sign(claims),
        createdAt,
        expiresAt,
        maxDownloads,
        downloads,
        revokedAt);
  }
}
