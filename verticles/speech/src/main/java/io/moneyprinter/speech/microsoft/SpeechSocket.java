package io.moneyprinter.speech.microsoft;

import io.moneyprinter.codecs.bus.Cancellation;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.speech.align.HeardWord;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn on an open connection: what is to be said goes out, sound and word boundaries come in
 * until the service ends the turn. The connection is closed then. For one event loop.
 */
public final class SpeechSocket {
  /** What was said in a turn, and when. */
  public record Turn(Buffer audio, List<HeardWord> words) {}

  private static final int MOST_BYTES = 64 << 20;

  private final WebSocket socket;
  private final String provider;
  private final Promise<Turn> turn = Promise.promise();
  private final Buffer audio = Buffer.buffer();
  private final List<HeardWord> words = new ArrayList<>();

  private SpeechSocket(WebSocket socket, String provider) {
    this.socket = socket;
    this.provider = provider;
  }

  /**
   * Takes a turn.
   *
   * @param messages text messages to send, in order
   * @param limit for the whole turn
   * @return the sound; fails with {@code UNAVAILABLE} when the connection ends before the turn does
   *     or what comes is not of the protocol, with {@code TIMEOUT} after {@code limit}, with {@code
   *     CANCELLED} when the work that it is for is called off
   */
  public static Future<Turn> turn(
      Vertx vertx, WebSocket socket, String provider, List<String> messages, Duration limit) {
    return new SpeechSocket(socket, provider).take(vertx, messages, limit);
  }

  private Future<Turn> take(Vertx vertx, List<String> messages, Duration limit) {
    socket.textMessageHandler(text -> guarded(() -> heard(ServiceMessage.ofText(text))));
    socket.binaryMessageHandler(frame -> guarded(() -> heard(ServiceMessage.ofBinary(frame))));
    socket.exceptionHandler(cause -> fail("The connection broke: " + cause.getMessage()));
    socket.closeHandler(closed -> fail(ending()));
    long timer =
        vertx.setTimer(
            limit.toMillis(),
            id ->
                turn.tryFail(
                    new ServiceFailure(
                        FailureCode.TIMEOUT,
                        "%s did not finish speaking within %d s"
                            .formatted(provider, limit.toSeconds()))));
    Cancellation.current().ifPresent(work -> work.onCancel(this::calledOff));
    Future<Void> sent = Future.succeededFuture();
    for (String message : messages) {
      sent = sent.compose(before -> socket.writeTextMessage(message));
    }
    sent.onFailure(cause -> fail("Nothing could be sent: " + cause.getMessage()));
    return turn.future()
        .onComplete(
            done -> {
              vertx.cancelTimer(timer);
              socket.close();
            });
  }

  private void calledOff() {
    turn.tryFail(
        new ServiceFailure(FailureCode.CANCELLED, "The work was called off while it waited"));
  }

  private String ending() {
    String reason = socket.closeReason();
    String said = reason == null || reason.isBlank() ? "" : ", saying: " + reason;
    return "The connection ended before the speech did (code %s%s)"
        .formatted(socket.closeStatusCode(), said);
  }

  private void heard(ServiceMessage message) {
    switch (message.path()) {
      case "audio" -> append(message.body());
      case "audio.metadata" -> words.addAll(WordBoundaries.read(message.text()));
      case "turn.end" -> end();
      default -> {
        // "turn.start", "response" and what later versions may add carry no speech.
      }
    }
  }

  private void append(Buffer sound) {
    audio.appendBuffer(sound);
    if (audio.length() > MOST_BYTES) {
      fail("More sound came than any text needs");
    }
  }

  private void end() {
    if (audio.length() == 0) {
      fail("No sound came; the voice may not speak the language of the text");
    } else {
      turn.tryComplete(new Turn(audio, List.copyOf(words)));
    }
  }

  private void guarded(Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      fail("An answer could not be read: " + e.getMessage());
    }
  }

  private void fail(String reason) {
    turn.tryFail(ServiceFailure.unavailable(provider + ": " + reason));
  }
}
