package io.moneyprinter.gateway.firewall;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Cuts off clients that send so slowly that they only hold a connection: a head that is not whole
 * in time, or a body below the least rate. Time in which we ourselves take nothing, because a disk
 * or a service is slow, does not count. Sits before the decoder; of one event loop.
 */
final class ClientPace extends ChannelInboundHandlerAdapter {
  private final PaceLimits limits;
  private final Runnable cut;
  private ScheduledFuture<?> watch;
  private boolean inHead = true;
  private boolean idle = true;
  private long bytes;

  /**
   * @param cut told of each client that is cut off
   */
  ClientPace(PaceLimits limits, Runnable cut) {
    this.limits = limits;
    this.cut = cut;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf buffer) {
      bytes += buffer.readableBytes();
    }
    if (inHead && idle) {
      if (ctx.pipeline().get(StrictDecoder.class) == null) {
        ctx.pipeline().remove(this); // it became a WebSocket
        ctx.fireChannelRead(message);
        return;
      }
      idle = false;
      begin(ctx);
    }
    ctx.fireChannelRead(message);
    StrictDecoder decoder = ctx.pipeline().get(StrictDecoder.class);
    if (inHead && idle && decoder != null && decoder.waiting() > 0) {
      idle = false; // the next request began behind this one
      begin(ctx);
    }
  }

  /** A connection that was made but says nothing is as bad as one that stops in a head. */
  void open(ChannelHandlerContext ctx) {
    if (watch == null) {
      begin(ctx);
    }
  }

  private void begin(ChannelHandlerContext ctx) {
    stop();
    watch =
        ctx.executor().schedule(() -> late(ctx), limits.head().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The decoder has a head; the body follows. */
  void headRead(ChannelHandlerContext ctx) {
    stop();
    inHead = false;
    idle = false;
    bytes = 0;
    long window = limits.window().toMillis();
    watch =
        ctx.executor()
            .scheduleAtFixedRate(() -> measure(ctx), window, window, TimeUnit.MILLISECONDS);
  }

  /** The decoder has the end of a body; the next request may come, at any time. */
  void bodyRead() {
    stop();
    inHead = true;
    idle = true;
  }

  private void late(ChannelHandlerContext ctx) {
    if (ctx.channel().config().isAutoRead()) {
      end(ctx);
    } else {
      begin(ctx);
    }
  }

  private void measure(ChannelHandlerContext ctx) {
    if (ctx.channel().config().isAutoRead() && bytes < limits.bytesInWindow()) {
      end(ctx);
    }
    bytes = 0;
  }

  private void end(ChannelHandlerContext ctx) {
    stop();
    cut.run();
    ctx.close();
  }

  private void stop() {
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
