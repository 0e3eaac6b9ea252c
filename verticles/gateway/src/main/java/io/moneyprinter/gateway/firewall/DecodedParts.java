package io.moneyprinter.gateway.firewall;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;

/** Tells the pace keeper, which sees bytes only, where requests begin and end. */
final class DecodedParts extends ChannelInboundHandlerAdapter {
  private final ClientPace pace;

  DecodedParts(ClientPace pace) {
    this.pace = pace;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest) {
      pace.headRead(ctx);
    }
    if (message instanceof LastHttpContent) {
      pace.bodyRead();
    }
    ctx.fireChannelRead(message);
  }
}
