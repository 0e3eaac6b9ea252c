package io.moneyprinter.codecs.bus;

import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Carries a {@link ServiceFailure}; arriving as a {@code ReplyException} it fails the reply. */
final class FailureCodec implements MessageCodec<ServiceFailure, ServiceFailure> {
  /** The form between nodes; the code travels by name, so that new codes may be added. */
  private record Wire(String code, String message, List<Violation> violations) {}

  @Override
  public void encodeToWire(Buffer buffer, ServiceFailure failure) {
    try {
      byte[] body =
          RecordJson.cbor()
              .writeValueAsBytes(
                  new Wire(failure.code().name(), failure.getMessage(), failure.violations()));
      buffer.appendInt(body.length).appendBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ServiceFailure decodeFromWire(int position, Buffer buffer) {
    try {
      int start = position + Integer.BYTES;
      Wire wire =
          RecordJson.cbor()
              .readValue(buffer.getBytes(start, start + buffer.getInt(position)), Wire.class);
      return new ServiceFailure(codeOf(wire.code()), wire.message(), wire.violations());
    } catch (IOException | RuntimeException e) {
      return new ServiceFailure(
          FailureCode.MALFORMED_MESSAGE, "A failure that did not decode: " + e.getMessage());
    }
  }

  private static FailureCode codeOf(String name) {
    for (FailureCode code : FailureCode.values()) {
      if (code.name().equals(name)) {
        return code;
      }
    }
    return FailureCode.INTERNAL;
  }

  @Override
  public ServiceFailure transform(ServiceFailure failure) {
    return failure;
  }

  @Override
  public String name() {
    return "bus.ServiceFailure.v1";
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
