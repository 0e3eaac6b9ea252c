package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.sealing.KeyWrapper;
import io.moneyprinter.platform.sealing.WrappedKey;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Encrypts the secrets of table rows: by the keys that stored files are encrypted with, each tied
 * to its row, so that one put into another row opens nothing. Without a key they lie in clear.
 */
final class RowSecrets {
  /**
   * A secret as it lies in a table.
   *
   * @param key name of the key that it is encrypted by; {@code null} for none
   */
  record Stored(String key, byte[] bytes) {}

  private final Optional<KeyWrapper> keys;
  private final boolean sealing;

  /**
   * @param keys all that can be opened with
   * @param sealing whether there is a current one, for new secrets
   */
  RowSecrets(Optional<KeyWrapper> keys, boolean sealing) {
    this.keys = keys;
    this.sealing = sealing && keys.isPresent();
  }

  /** Everything in clear. */
  static RowSecrets none() {
    return new RowSecrets(Optional.empty(), false);
  }

  /** Learns of the newest key; fails when the keys cannot be used now. */
  Future<Void> refresh() {
    return sealing ? keys.orElseThrow().refresh() : Future.succeededFuture();
  }

  /**
   * @param row what the secret belongs to, the same when it is opened
   */
  Future<Stored> seal(byte[] secret, String row) {
    return sealing
        ? keys.orElseThrow().wrap(secret, row).map(RowSecrets::stored)
        : Future.succeededFuture(new Stored(null, secret));
  }

  /** The secret; {@code RESOURCE}, naming the setting, when its key is missing or another one. */
  Future<byte[]> open(Stored stored, String row) {
    if (stored.key() == null) {
      return Future.succeededFuture(stored.bytes());
    }
    return keys.isPresent()
        ? keys.get().unwrap(new WrappedKey(stored.key(), stored.bytes()), row)
        : Future.failedFuture(
            new ServiceFailure(
                FailureCode.RESOURCE,
                "Secrets of the users service are encrypted by the key '%s', which this node does not have: set %s"
                    .formatted(stored.key(), setting(stored.key()))));
  }

  private static String setting(String key) {
    return key.startsWith("vault/")
        ? "storage.encryption.vault.key"
        : "storage.encryption.keys." + key + ".secret";
  }

  /** Whether it should be sealed, or sealed anew with the current key. */
  boolean outdated(Stored stored) {
    return sealing && !keys.orElseThrow().current().equals(stored.key());
  }

  /** The same secret under the current key. */
  Future<Stored> again(Stored stored, String row) {
    return stored.key() == null
        ? seal(stored.bytes(), row)
        : keys.orElseThrow()
            .rewrap(new WrappedKey(stored.key(), stored.bytes()), row)
            .map(RowSecrets::stored);
  }

  private static Stored stored(WrappedKey wrapped) {
    return new Stored(wrapped.keyId(), wrapped.bytes());
  }
}
