package io.moneyprinter.speech.espeak;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.espeak.EspeakWire.Answer;
import io.moneyprinter.speech.espeak.EspeakWire.Request;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one process that speaks: started by the first request, stopped after a while without any,
 * started again when it died. Requests wait for one another. Safe to use from any thread.
 */
public final class EspeakProcess {
  private static final Logger LOG = LoggerFactory.getLogger(EspeakProcess.class);

  private final Vertx vertx;
  private final WorkerPools pools;
  private final Path cache;
  private final Duration idleLimit;
  private final Duration requestLimit;
  private Future<?> last = Future.succeededFuture();
  private EspeakChild child;
  private String trouble;
  private long idleTimer = -1;
  private boolean closed;

  /**
   * @param cache where the library and its data are unpacked
   * @param idleLimit how long the process is kept without a request
   * @param requestLimit how long one sentence may take, the start of the process included
   */
  public EspeakProcess(
      Vertx vertx, WorkerPools pools, Path cache, Duration idleLimit, Duration requestLimit) {
    this.vertx = vertx;
    this.pools = pools;
    this.cache = cache;
    this.idleLimit = idleLimit;
    this.requestLimit = requestLimit;
  }

  /**
   * Speaks one sentence. When the process dies meanwhile, a new one is given the sentence once
   * more; fails with {@code UNAVAILABLE} when that dies too, or the time limit passes.
   */
  synchronized Future<Answer> ask(Request request) {
    Future<Answer> answer =
        last.transform(before -> exchange(request).recover(died -> again(request, died)))
            .compose(this::spoken);
    last = answer;
    return answer;
  }

  /**
   * Starts the process before it is asked, which unpacks what it needs: then the first sentence
   * waits for nothing. The time without a request counts from now.
   */
  Future<Void> warm() {
    long deadline = System.nanoTime() + requestLimit.toNanos();
    return pools
        .run(Pool.MEDIA, () -> running(deadline))
        .onSuccess(up -> stopWhenIdle())
        .mapEmpty();
  }

  /** Fails with the reason when the last request could not be spoken. */
  synchronized Future<Void> check() {
    return trouble == null
        ? Future.succeededFuture()
        : Future.failedFuture(ServiceFailure.unavailable(trouble));
  }

  /** The process that runs at present. */
  synchronized OptionalLong pid() {
    return child != null && child.alive() ? OptionalLong.of(child.pid()) : OptionalLong.empty();
  }

  /** Ends the process for good. */
  public synchronized Future<Void> close() {
    closed = true;
    vertx.cancelTimer(idleTimer);
    EspeakChild running = child;
    stopChild();
    return running == null ? Future.succeededFuture() : running.ended();
  }

  private Future<Answer> spoken(Answer answer) {
    told(answer.failure().isEmpty() ? null : answer.failure());
    return answer.failure().isEmpty()
        ? Future.succeededFuture(answer)
        : Future.failedFuture(ServiceFailure.unavailable(answer.failure()));
  }

  private Future<Answer> again(Request request, Throwable died) {
    if (isClosed()) {
      return Future.failedFuture(
          ServiceFailure.unavailable("The speech service is stopping; try again on another node"));
    }
    LOG.warn("The espeak-ng process was lost ({}); another one is started", died.toString());
    return exchange(request)
        .recover(
            cause -> {
              String reason =
                  "espeak-ng does not speak on this machine (" + cause + "); see the log for why";
              told(reason);
              return Future.failedFuture(ServiceFailure.unavailable(reason));
            });
  }

  private Future<Answer> exchange(Request request) {
    long deadline = System.nanoTime() + requestLimit.toNanos();
    long limit = vertx.setTimer(requestLimit.toMillis(), late -> stopChild());
    return pools
        .run(Pool.MEDIA, () -> running(deadline).ask(request))
        .onFailure(cause -> stopChild())
        .onComplete(
            done -> {
              vertx.cancelTimer(limit);
              stopWhenIdle();
            });
  }

  /** Blocks while a process is started. */
  private synchronized EspeakChild running(long deadline) throws IOException {
    if (closed) {
      throw new IOException("the speech service is stopping");
    }
    if (System.nanoTime() - deadline >= 0) {
      // The timer that ends a process in time has already found none.
      throw new IOException("the time limit passed before a process was started");
    }
    if (child == null || !child.alive()) {
      child = EspeakChild.start(cache);
      LOG.debug("espeak-ng speaks in process {}", child.pid());
    }
    return child;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized void told(String reason) {
    trouble = reason;
  }

  private synchronized void stopWhenIdle() {
    vertx.cancelTimer(idleTimer);
    if (!closed) {
      idleTimer = vertx.setTimer(idleLimit.toMillis(), idle -> stopChildUnlessBusy());
    }
  }

  private synchronized void stopChildUnlessBusy() {
    if (last.isComplete()) {
      stopChild();
    }
  }

  private synchronized void stopChild() {
    if (child != null) {
      child.kill();
      child = null;
    }
  }
}
