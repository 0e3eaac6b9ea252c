package io.moneyprinter.codecs.bus;

import io.vertx.core.spi.context.storage.ContextLocal;

/** Where a {@link Cancellation} stands; see {@link CallContext#prepare}. */
final class CancellationPlace {
  static final ContextLocal<Cancellation> LOCAL = ContextLocal.registerLocal(Cancellation.class);

  private CancellationPlace() {}
}
