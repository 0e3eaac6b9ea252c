package io.moneyprinter.gateway.firewall;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Cuts off clients that send so slowly that they only hold a connection: a head that is not whole
 * in time, or a body below the least rate. Time in which we ourselves take nothing, because a disk
 * or a service is slow, does not count. Sits before the decoder; of one event loop.
 */
final class ClientPace extends ChannelInboundHandlerAdapter {
  private static final long NOTHING = Long.MIN_VALUE;

  private final PaceLimits limits;
  private final Runnable cut;
  private final LongSupplier nanoTime;

  /** One for many requests: setting and cancelling one for each costs more than reading a head. */
  private ScheduledFuture<?> watch;

  /** When what is waited for began, by the clock; {@link #NOTHING} between two requests. */
  private long since = NOTHING;

  private boolean inHead = true;
  private long bytes;

  /**
   * @param cut told of each client that is cut off
   * @param nanoTime a clock that never goes back
   */
  ClientPace(PaceLimits limits, Runnable cut, LongSupplier nanoTime) {
    this.limits = limits;
    this.cut = cut;
    this.nanoTime = nanoTime;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf buffer) {
      bytes += buffer.readableBytes();
    }
    if (inHead && since == NOTHING) {
      if (ctx.pipeline().get(StrictDecoder.class) == null) {
        ctx.pipeline().remove(this); // it became a WebSocket
        ctx.fireChannelRead(message);
        return;
      }
      begin(ctx);
    }
    ctx.fireChannelRead(message);
    StrictDecoder decoder = ctx.pipeline().get(StrictDecoder.class);
    if (inHead && since == NOTHING && decoder != null && decoder.waiting() > 0) {
      begin(ctx); // the next request began behind this one
    }
  }

  /** A connection that was made but says nothing is as bad as one that stops in a head. */
  void open(ChannelHandlerContext ctx) {
    if (since == NOTHING) {
      begin(ctx);
    }
  }

  private void begin(ChannelHandlerContext ctx) {
    since = nanoTime.getAsLong();
    watch(ctx);
  }

  /** The decoder has a head; the body follows. */
  void headRead(ChannelHandlerContext ctx) {
    inHead = false;
    bytes = 0;
    begin(ctx);
  }

  /** The decoder has the end of a body; the next request may come, at any time. */
  void bodyRead() {
    inHead = true;
    since = NOTHING;
  }

  private void watch(ChannelHandlerContext ctx) {
    if (watch == null) {
      lookAfter(ctx, Long.MAX_VALUE);
    }
  }

  /** At the latest after the shorter limit, as what is waited for may be another thing by then. */
  private void lookAfter(ChannelHandlerContext ctx, long nanos) {
    long longest = Math.min(limits.head().toNanos(), limits.window().toNanos());
    watch =
        ctx.executor().schedule(() -> look(ctx), Math.min(nanos, longest), TimeUnit.NANOSECONDS);
  }

  /** Looks whether what is waited for is late, and when to look again. */
  private void look(ChannelHandlerContext ctx) {
    watch = null;
    if (since == NOTHING) {
      return; // the next request sets it again
    }
    long limit = (inHead ? limits.head() : limits.window()).toNanos();
    long left = since + limit - nanoTime.getAsLong();
    if (left <= 0) {
      boolean late = inHead || bytes < limits.bytesInWindow();
      if (late && ctx.channel().config().isAutoRead()) {
        cut.run();
        ctx.close();
        return;
      }
      bytes = 0;
      since = nanoTime.getAsLong();
      left = limit;
    }
    lookAfter(ctx, left);
  }

  private void stop() {
    since = NOTHING;
    if (watch != null) {
      watch.cancel(false);
      watch = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stop();
    ctx.fireChannelInactive();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    stop();
  }
}
