package io.moneyprinter.codecs.batch;

import java.util.Objects;

/**
 * Orders many videos. The tenant is that of the call.
 *
 * @param content the rows, as text
 * @param options {@code null} for none
 * @param idempotencyKey the same key and content again answer with the same batch; the same key
 *     with other content is a {@code CONFLICT}; may be {@code null}
 */
public record CreateBatch(
    BatchFormat format, String content, BatchOptions options, String idempotencyKey) {
  public CreateBatch {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(content, "content");
    options = options == null ? BatchOptions.NONE : options;
  }
}
