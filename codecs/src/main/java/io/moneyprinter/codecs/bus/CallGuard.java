package io.moneyprinter.codecs.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Stands between whoever asks over the event bus and the address asked, for example to leave an
 * address alone that does not answer. It holds for what is asked within the Vert.x context in which
 * it was entered, and does not travel with a message.
 */
public interface CallGuard {
  /**
   * Makes a call, or fails without making it.
   *
   * @param call fails with what the event bus itself reports, or with a {@link ServiceFailure} that
   *     the service answered
   */
  <T> Future<T> call(String address, Supplier<Future<T>> call);

  /** Guards what the current (duplicated) Vert.x context goes on to ask. */
  default void enter() {
    Context context = Vertx.currentContext();
    if (context != null) {
      context.putLocal(GuardPlace.LOCAL, this);
    }
  }
}
