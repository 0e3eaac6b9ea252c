package io.moneyprinter.storage.objects;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Who wants the same thing at the same time waits for one piece of work. Safe on any thread. */
public final class SingleFlight<T> {
  private final ConcurrentMap<String, Future<T>> flights = new ConcurrentHashMap<>();

  /** Begins the work, unless it is under way under this name. */
  public Future<T> join(String name, Supplier<Future<T>> work) {
    Promise<T> outcome = Promise.promise();
    Future<T> earlier = flights.putIfAbsent(name, outcome.future());
    if (earlier != null) {
      return earlier;
    }
    Future<T> begun;
    try {
      begun = work.get();
    } catch (RuntimeException e) {
      begun = Future.failedFuture(e);
    }
    begun.onComplete(
        done -> {
          flights.remove(name);
          outcome.handle(done);
        });
    return outcome.future();
  }
}
