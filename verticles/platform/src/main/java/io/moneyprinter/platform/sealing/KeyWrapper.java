package io.moneyprinter.platform.sealing;

import io.vertx.core.Future;
import java.util.Set;

/**
 * Keeps the keys that wrap data keys, and never lets them out: keys of the settings, or a service
 * such as Vault's transit engine.
 */
public interface KeyWrapper {
  /** The key that new data keys are wrapped with. */
  String current();

  /** Ids of all keys that can be unwrapped with. */
  Set<String> known();

  /**
   * Wraps a data key with the current key.
   *
   * @param context has to be the same at unwrapping, so that a wrapped key serves one object only
   */
  Future<WrappedKey> wrap(byte[] dataKey, String context);

  /** Learns of keys that were made elsewhere; fails when the keys cannot be used now. */
  default Future<Void> refresh() {
    return Future.succeededFuture();
  }

  /** Wraps with the current key what another one wraps; see {@link #wrap}. */
  default Future<WrappedKey> rewrap(WrappedKey wrapped, String context) {
    return unwrap(wrapped, context).compose(dataKey -> wrap(dataKey, context));
  }

  /** The data key; {@code RESOURCE} when the key that wraps it is not known or another one. */
  Future<byte[]> unwrap(WrappedKey wrapped, String context);
}
