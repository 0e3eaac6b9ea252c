package io.moneyprinter.storage;

import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.storage.cache.LocalCache;
import io.moneyprinter.storage.cleanup.Cleanup;
import io.moneyprinter.storage.home.Homecoming;
import io.moneyprinter.storage.home.Homes;
import io.moneyprinter.storage.orphans.Orphans;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the service does by itself, from its start on and again and again. */
final class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private static final Duration ROTATION = Duration.ofMinutes(10);

  /** How often a node looks whether it is time to clean up, and nobody else does. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final StorageConfig config;
  private final Homes homes;
  private final LocalCache cache;
  private final Homecoming homecoming;
  private final Cleanup cleanup;
  private final Orphans orphans;

  Upkeep(
      StorageConfig config,
      Homes homes,
      LocalCache cache,
      Homecoming homecoming,
      Cleanup cleanup,
      Orphans orphans) {
    this.config = config;
    this.homes = homes;
    this.cache = cache;
    this.homecoming = homecoming;
    this.cleanup = cleanup;
    this.orphans = orphans;
  }

  void begin(ServiceScope scope) {
    homes
        .sweep(Instant.now().minus(config.stagingLife()))
        .onFailure(cause -> LOG.warn("What was left over could not be removed", cause));
    repeat(scope, config.retry(), homecoming::run, "Files that wait for their bucket");
    repeat(scope, config.cache().sweep(), this::sweep, "Copies that are used no more");
    Duration look = shorter(config.cleanup().every(), LOOK);
    Supplier<Future<?>> round = cleanup.cleaner()::round;
    new Repetition(scope, look, round, "Files that are due").later();
    Supplier<Future<?>> scan = orphans::round;
    new Repetition(scope, shorter(LOOK, config.cleanup().scan()), scan, "Leftovers").later();
    Supplier<Future<?>> removal = cleanup.removal()::run;
    new Repetition(scope, shorter(look, config.retry()), removal, "Marked files").later();
    homes
        .invalidations()
        .ifPresent(
            told -> repeat(scope, config.retry(), told::run, "Files that the CDN has to forget"));
    homes
        .rotation()
        .ifPresent(
            rotation ->
                repeat(
                    scope,
                    ROTATION,
                    () -> rotation.run().onSuccess(Upkeep::rotated),
                    "Keys that are to be wrapped anew"));
  }

  private Future<Long> sweep() {
    return cache.sweep(Instant.now()).onSuccess(Upkeep::swept);
  }

  private static void swept(long bytes) {
    if (bytes > 0) {
      LOG.info("Removed {} bytes of copies of files that are kept elsewhere", bytes);
    }
  }

  private static void rotated(int files) {
    if (files > 0) {
      LOG.info("Wrapped the keys of {} files anew", files);
    }
  }

  /** At once, and each time so long after the last one ended. */
  static void repeat(ServiceScope scope, Duration pause, Supplier<Future<?>> work, String what) {
    new Repetition(scope, pause, work, what).run();
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static final class Repetition {
    private final Vertx vertx;
    private final Duration pause;
    private final Supplier<Future<?>> work;
    private final String what;
    private volatile boolean stopped;
    private volatile long timer = -1;

    Repetition(ServiceScope scope, Duration pause, Supplier<Future<?>> work, String what) {
      this.vertx = scope.vertx();
      this.pause = pause;
      this.work = work;
      this.what = what;
      scope.onClose(this::stop);
    }

    /** For the first time after a pause: until then the services that are asked have started. */
    void later() {
      timer = vertx.setTimer(pause.toMillis(), tick -> run());
    }

    void run() {
      begun()
          .onFailure(
              cause -> {
                if (!stopped) {
                  LOG.warn("{} were not seen to", what, cause);
                }
              })
          .onComplete(
              done -> {
                if (!stopped) {
                  later();
                }
              });
    }

    /** The pools may have been closed before the timer. */
    private Future<?> begun() {
      try {
        return stopped ? Future.succeededFuture() : work.get();
      } catch (RejectedExecutionException e) {
        stopped = true;
        return Future.failedFuture(e);
      }
    }

    Future<Void> stop() {
      stopped = true;
      vertx.cancelTimer(timer);
      return Future.succeededFuture();
    }
  }
}
