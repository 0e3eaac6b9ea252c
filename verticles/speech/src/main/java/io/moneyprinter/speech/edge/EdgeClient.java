package io.moneyprinter.speech.edge;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.speech.microsoft.SpeechSocket;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.remote.RemoteVoice;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Has lines read by the service of the browser Edge: a connection for each, with a token of the
 * moment. When the service refuses the token, its own time is taken over and one more try made.
 */
final class EdgeClient implements RemoteVoice {
  private static final int REFUSED = 403;
  private static final int TOO_MANY = 429;
  private static final int MOST_FRAME_BYTES = 4 << 20;

  private final Vertx vertx;
  private final EdgeConfig config;
  private final EdgeHandshake handshake;
  private final WebSocketClient sockets;

  EdgeClient(Vertx vertx, EdgeConfig config, Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.handshake = new EdgeHandshake(clock);
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(MOST_FRAME_BYTES)
                .setMaxMessageSize(MOST_FRAME_BYTES)
                .setTryUsePerMessageCompression(true)
                .setConnectTimeout((int) config.timeout().toMillis()));
  }

  @Override
  public boolean reads(SpeechMarkup markup, String voice) {
    return EdgeMessages.reads(markup);
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    return say(line, true);
  }

  private Future<RemoteSound> say(Line line, boolean correctable) {
    var options =
        new WebSocketConnectOptions()
            .setAbsoluteURI(config.address() + "?" + handshake.query(identity()))
            .setHeaders(EdgeHandshake.headers(identity()))
            .setTimeout(config.timeout().toMillis());
    return sockets
        .connect(options)
        .transform(
            connected -> {
              if (connected.succeeded()) {
                return SpeechSocket.turn(
                        vertx,
                        connected.result(),
                        "Edge",
                        List.of(
                            EdgeMessages.config(handshake.now()),
                            EdgeMessages.line(line, identity(), handshake.now())),
                        config.timeout())
                    .map(turn -> sound(line, turn));
              }
              Throwable cause = connected.cause();
              return correctable && corrected(cause)
                  ? say(line, false)
                  : Future.failedFuture(failure(cause));
            });
  }

  private boolean corrected(Throwable cause) {
    return cause instanceof UpgradeRejectedException refusal
        && refusal.getStatus() == REFUSED
        && handshake.correct(refusal.getHeaders().get("Date"));
  }

  private static RemoteSound sound(Line line, SpeechSocket.Turn turn) {
    // With the author's prosody the speed is the author's, on top of which ours is put afterwards.
    return RemoteSound.contained(
        turn.audio(), turn.words(), line.markup() == null ? line.rate() : 1);
  }

  private static ServiceFailure failure(Throwable cause) {
    if (cause instanceof UpgradeRejectedException refusal) {
      String why =
          switch (refusal.getStatus()) {
            case REFUSED -> "it takes this machine or its address for none of its browsers";
            case TOO_MANY -> "it had too many requests from here";
            default -> "it may have changed or be out of order";
          };
      return new ServiceFailure(
          refusal.getStatus() == TOO_MANY ? FailureCode.QUOTA : FailureCode.UNAVAILABLE,
          "Edge answered %d: %s".formatted(refusal.getStatus(), why));
    }
    return ServiceFailure.unavailable("Edge cannot be reached: " + cause.getMessage());
  }

  @Override
  public Future<Void> close() {
    return sockets.close();
  }

  private static String identity() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
