package io.moneyprinter.gateway.firewall;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/**
 * Cuts off WebSockets that go on sending what has to be answered and read none of the answers.
 * Pings (RFC 6455 §5.5.2) are answered by the library itself, which keeps any number of pongs for
 * whoever does not take them, until the memory of the node is full. An HTTP/1 request has no such
 * power: the next one is not read before its answer is out. Before the decoder; of one event loop.
 */
final class UnreadAnswers extends ChannelInboundHandlerAdapter {
  /** What may come in while answers wait; no honest client of ours sends a hundredth of it. */
  private static final long MOST_TAKEN = 256L << 10;

  private final Runnable cut;
  private long taken;

  /**
   * @param cut told of each client that is cut off
   */
  UnreadAnswers(Runnable cut) {
    this.cut = cut;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    // The decoder goes when a connection becomes a WebSocket.
    boolean http = ctx.pipeline().get(StrictDecoder.class) != null;
    if (http || ctx.channel().isWritable()) {
      taken = 0;
    } else if (message instanceof ByteBuf buffer) {
      taken += buffer.readableBytes();
    }
    if (taken <= MOST_TAKEN) {
      ctx.fireChannelRead(message);
      return;
    }
    ReferenceCountUtil.release(message);
    if (ctx.channel().isOpen()) {
      cut.run();
      ctx.close();
    }
  }
}
