package io.moneyprinter.codecs.bus;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;

/**
 * What work may know of its own being called off. It stands in the (duplicated) Vert.x context of
 * the work, as the {@link CallContext} does, so that whatever waits on behalf of the work can end.
 */
@FunctionalInterface
public interface Cancellation {
  /** Calls {@code stop}, on any thread, when the work is called off; at once when it already is. */
  void onCancel(Runnable stop);

  /** The one of the work that the current context is about, if it is about any. */
  static Optional<Cancellation> current() {
    Context context = Vertx.currentContext();
    return context == null
        ? Optional.empty()
        : Optional.ofNullable(context.getLocal(CancellationPlace.LOCAL));
  }

  /** Makes this the one of what the current context goes on to do. */
  default void enter() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(CancellationPlace.LOCAL, this);
    }
  }
}
