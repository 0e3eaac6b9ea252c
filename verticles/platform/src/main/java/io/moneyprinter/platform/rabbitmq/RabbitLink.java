package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the broker that comes back by itself, with all that was open on it. Everything
 * that talks to the broker runs on the link's one thread, so that channels need no locks and no
 * event loop ever waits.
 */
final class RabbitLink {
  private static final Logger LOG = LoggerFactory.getLogger(RabbitLink.class);
  private static final int CLOSE_MILLIS = 3_000;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;
  private static final long REOPEN_PAUSE_MILLIS = 1_000;

  /** What is open on the connection, and opened anew on the next. */
  interface Part {
    void open(Connection connection) throws IOException;
  }

  /** Something to do on the link's thread. */
  interface Action<T> {
    T run(Connection connection) throws IOException, InterruptedException, TimeoutException;
  }

  private final Vertx vertx;
  private final ConnectionFactory factory;
  private final String name;
  private final WorkerExecutor worker;
  private final List<Part> parts = new ArrayList<>(); // of the link's thread
  private volatile Connection connection;
  private volatile String blocked;
  private volatile boolean closed;

  /**
   * @param name shown by the broker for the connection
   */
  RabbitLink(Vertx vertx, ConnectionFactory factory, String name) {
    this.vertx = vertx;
    this.factory = factory;
    this.name = name;
    this.worker =
        vertx.createSharedWorkerExecutor("rabbitmq-" + UUID.randomUUID(), 1, 1, TimeUnit.MINUTES);
  }

  Vertx vertx() {
    return vertx;
  }

  /** Connects; fails with {@code UNAVAILABLE} when the broker does not let us in. */
  Future<Void> open() {
    return worker.executeBlocking(this::connect, false).recover(this::explain);
  }

  private Void connect() throws IOException, TimeoutException {
    if (closed) {
      return null;
    }
    Connection fresh = factory.newConnection(name);
    try {
      for (Part part : parts) {
        part.open(fresh);
      }
    } catch (IOException | RuntimeException e) {
      fresh.abort(CLOSE_MILLIS);
      throw e;
    }
    blocked = null;
    connection = fresh;
    fresh.addBlockedListener(reason -> blocked = reason, () -> blocked = null);
    fresh.addShutdownListener(this::lost);
    return null;
  }

  private void lost(ShutdownSignalException cause) {
    connection = null;
    if (!closed) {
      LOG.warn("The connection '{}' to RabbitMQ is lost: {}", name, cause.getMessage());
      reconnect(0);
    }
  }

  private void reconnect(int attempt) {
    long pause = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt, 10));
    vertx.setTimer(
        pause,
        now ->
            worker
                .executeBlocking(this::connect, false)
                .onSuccess(open -> LOG.info("The connection '{}' to RabbitMQ is back", name))
                .onFailure(
                    cause -> {
                      LOG.debug("RabbitMQ is still away: {}", cause.toString());
                      if (!closed) {
                        reconnect(attempt + 1);
                      }
                    }));
  }

  /** Opens the part now, or when the connection is back; and again on each new connection. */
  Future<Void> add(Part part) {
    return worker
        .<Void>executeBlocking(
            () -> {
              parts.add(part);
              Connection open = connection;
              if (open != null) {
                part.open(open);
              }
              return null;
            },
            false)
        .recover(this::explain);
  }

  /** Opens a part anew whose channel the broker has closed while the connection stayed. */
  void reopen(Part part) {
    if (closed) {
      return;
    }
    vertx.setTimer(
        REOPEN_PAUSE_MILLIS,
        now ->
            run(open -> {
                  part.open(open);
                  return null;
                })
                .onFailure(
                    cause -> {
                      LOG.warn("'{}' could not be opened again: {}", name, cause.getMessage());
                      if (connection != null) {
                        reopen(part);
                      }
                    }));
  }

  /** Does something with the connection; {@code UNAVAILABLE} while there is none. */
  <T> Future<T> run(Action<T> action) {
    if (closed) {
      return Future.failedFuture(ServiceFailure.unavailable("The queue is closed"));
    }
    return worker
        .executeBlocking(
            () -> {
              Connection open = connection;
              if (open == null) {
                throw ServiceFailure.unavailable("RabbitMQ is away; trying to reach it again");
              }
              return action.run(open);
            },
            false)
        .recover(this::explain);
  }

  /** Why the broker takes nothing at present (a memory or disk alarm); null when it does. */
  String blocked() {
    return blocked;
  }

  private <T> Future<T> explain(Throwable cause) {
    return Future.failedFuture(RabbitConnections.failure(factory, cause));
  }

  /** Ends the connection; what it has not acknowledged goes to others. */
  Future<Void> close() {
    closed = true;
    Connection open = connection;
    // Not on the link's thread, which a blocked broker may keep waiting.
    return vertx
        .executeBlocking(
            () -> {
              if (open != null) {
                open.abort(CLOSE_MILLIS);
              }
              return null;
            },
            false)
        .eventually(worker::close)
        .mapEmpty();
  }
}
