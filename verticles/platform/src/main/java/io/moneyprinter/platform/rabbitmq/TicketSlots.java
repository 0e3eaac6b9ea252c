package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Channel;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The tickets that one consumer holds: those being handled, never more than there are slots, and
 * those that came early. All of it happens on one Vert.x context.
 *
 * <p>When the connection breaks, the broker delivers what is being handled a second time. Those
 * copies are recognised and neither handled twice nor held against the ticket.
 */
final class TicketSlots {
  private static final int REMEMBERED = 10_000;

  private final Vertx vertx;
  private final Context context;
  private final TicketReturns returns;
  private final int slots;
  private final Duration hold;
  private final Function<String, Future<Void>> handler;
  private final Map<String, HeldTicket> running = new HashMap<>();
  private final Deque<HeldTicket> waiting = new ArrayDeque<>();

  /** Dealt with, but the broker does not know yet. */
  private final Set<String> finished = new LinkedHashSet<>();

  private boolean stopped;
  private volatile int busy;

  TicketSlots(
      Vertx vertx,
      Context context,
      TicketReturns returns,
      int slots,
      Duration hold,
      Function<String, Future<Void>> handler) {
    this.vertx = vertx;
    this.context = context;
    this.returns = returns;
    this.slots = slots;
    this.hold = hold;
    this.handler = handler;
  }

  int busy() {
    return busy;
  }

  /** Those that came over another channel and have not begun will come again. */
  void forgetAllBut(Channel current) {
    for (HeldTicket held : List.copyOf(waiting)) {
      if (held.channel() != current) {
        waiting.remove(held);
        vertx.cancelTimer(held.timer());
      }
    }
  }

  void arrived(HeldTicket held, boolean again) {
    String message = held.letter().messageId();
    HeldTicket own = running.get(message);
    if (finished.remove(message)) {
      acknowledge(held);
    } else if (own != null) {
      own.heldAgain(held.channel(), held.tag());
      watch(own);
    } else if (stopped || held.letter().wait(Instant.now()) > 0) {
      returns.forward(held);
    } else if (again) {
      returns.unfinished(held);
    } else {
      waiting.add(held);
      watch(held);
      fill();
    }
  }

  private void watch(HeldTicket held) {
    vertx.cancelTimer(held.timer());
    held.timer(
        vertx.setTimer(
            Math.max(1, hold.toMillis()), now -> context.runOnContext(due -> heldLong(held))));
  }

  /** The broker closes channels that owe it an answer for too long (its consumer_timeout). */
  private void heldLong(HeldTicket held) {
    if (waiting.remove(held)) {
      returns.forward(held);
    } else if (running.get(held.letter().messageId()) == held) {
      held.release();
      acknowledge(held);
    }
  }

  private void fill() {
    while (!stopped && busy < slots && !waiting.isEmpty()) {
      begin(waiting.poll());
    }
  }

  private void begin(HeldTicket held) {
    running.put(held.letter().messageId(), held);
    busy = running.size();
    Future<Void> work;
    try {
      work = handler.apply(held.letter().id());
    } catch (RuntimeException e) {
      work = Future.failedFuture(e);
    }
    work.onComplete(done -> context.runOnContext(now -> ended(held, done.cause())));
  }

  private void ended(HeldTicket held, Throwable cause) {
    vertx.cancelTimer(held.timer());
    running.remove(held.letter().messageId());
    busy = running.size();
    if (cause != null) {
      returns.failed(held, cause);
    } else if (!held.released()) {
      acknowledge(held);
    }
    fill();
  }

  private void acknowledge(HeldTicket held) {
    returns
        .acknowledge(held)
        .onFailure(away -> context.runOnContext(now -> remember(held.letter().messageId())));
  }

  /** The broker will deliver it again when the connection is back. */
  private void remember(String message) {
    finished.add(message);
    if (finished.size() > REMEMBERED) {
      Iterator<String> oldest = finished.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** Begins nothing more; what has not begun goes to others. */
  void stop() {
    stopped = true;
    waiting.forEach(
        held -> {
          vertx.cancelTimer(held.timer());
          returns.forward(held);
        });
    waiting.clear();
  }
}
