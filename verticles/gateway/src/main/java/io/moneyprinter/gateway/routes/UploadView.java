package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.materials.Upload;
import java.time.Instant;
import java.util.List;

/**
 * An upload as its sender sees it.
 *
 * @param offset bytes that are there
 * @param materials paths of what was made of it
 */
record UploadView(
    String id,
    Upload.State state,
    Long length,
    long offset,
    String name,
    List<String> materials,
    String problem,
    Instant createdAt,
    Instant expiresAt) {
  static UploadView of(Upload upload, long offset) {
    return new UploadView(
        upload.id(),
        upload.state(),
        upload.length(),
        offset,
        upload.details().name(),
        upload.assets().stream().map(MaterialView::path).toList(),
        upload.problem(),
        upload.createdAt(),
        upload.expiresAt());
  }
}
