package io.moneyprinter.orchestration.state;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;
import java.util.UUID;

/**
 * What an idempotency key was used for.
 *
 * @param id of the job, batch or schedule that it made
 * @param hash of what was ordered with it
 */
public record KeyUse(UUID id, String hash) {
  /** Reads the answer to {@code SELECT id, hash}; empty when the key is new. */
  public static Optional<KeyUse> first(RowSet<Row> rows) {
    for (Row row : rows) {
      return Optional.of(new KeyUse(row.getUUID(0), row.getString(1)));
    }
    return Optional.empty();
  }
}
