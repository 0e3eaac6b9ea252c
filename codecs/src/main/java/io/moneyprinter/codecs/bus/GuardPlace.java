package io.moneyprinter.codecs.bus;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.util.function.Supplier;

/** Where the Vert.x context keeps who guards its calls. */
final class GuardPlace {
  static final ContextLocal<CallGuard> LOCAL = ContextLocal.registerLocal(CallGuard.class);

  private GuardPlace() {}

  static <T> Future<T> guarded(String address, Supplier<Future<T>> call) {
    Context context = Vertx.currentContext();
    CallGuard guard = context == null ? null : context.getLocal(LOCAL);
    return guard == null ? call.get() : guard.call(address, call);
  }
}
