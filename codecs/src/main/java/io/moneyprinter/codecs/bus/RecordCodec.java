package io.moneyprinter.codecs.bus;

import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Carries one record type: by reference inside a node, as length-prefixed CBOR between nodes.
 *
 * <p>Decoding never throws. Vert.x drops a request whose body throws while decoding (the caller
 * waits out its time), and never completes a reply that does; so a body that does not decode is
 * handed on as a {@link ServiceFailure}, which both sides understand.
 */
final class RecordCodec<T extends Record> implements MessageCodec<T, Object> {
  private final String wireName;
  private final Class<T> type;

  RecordCodec(String wireName, Class<T> type) {
    this.wireName = wireName;
    this.type = type;
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    try {
      byte[] body = RecordJson.cbor().writeValueAsBytes(message);
      buffer.appendInt(body.length).appendBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(wireName, e);
    }
  }

  @Override
  public Object decodeFromWire(int position, Buffer buffer) {
    try {
      int start = position + Integer.BYTES;
      int length = buffer.getInt(position);
      return RecordJson.cbor().readValue(buffer.getBytes(start, start + length), type);
    } catch (IOException | RuntimeException e) {
      return new ServiceFailure(FailureCode.MALFORMED_MESSAGE, wireName + ": " + e.getMessage());
    }
  }

  @Override
  public Object transform(T message) {
    return message;
  }

  @Override
  public String name() {
    return wireName;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
