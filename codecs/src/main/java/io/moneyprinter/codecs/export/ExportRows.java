package io.moneyprinter.codecs.export;

import java.util.Objects;

/**
 * Asks for the next rows of a kind, of the caller and the caller's tenant. Whoever asks has seen to
 * it that the caller may have those of the whole tenant.
 *
 * @param after where the page before ended; empty for the first
 * @param wholeTenant whether those of everybody in the tenant are wanted, rather than the caller's
 */
public record ExportRows(ExportKind kind, String after, boolean wholeTenant) {
  public ExportRows {
    Objects.requireNonNull(kind, "kind");
    after = after == null ? "" : after;
  }
}
