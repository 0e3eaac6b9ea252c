package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The rows of a batch as they were sent.
 *
 * @param content what was sent, as text
 */
record BatchBody(BatchFormat format, String content) {
  private static final Map<String, BatchFormat> TYPES =
      Map.of(
          "application/json", BatchFormat.JSON,
          "text/csv", BatchFormat.CSV,
          "application/x-ndjson", BatchFormat.NDJSON);

  /** Fails with {@link Refusal} 415 for another type, {@code INVALID} for what is not UTF-8. */
  static BatchBody read(RoutingContext ctx) {
    BatchFormat format = TYPES.get(JsonBody.mediaType(ctx));
    if (format == null) {
      throw new Refusal(
          415,
          "Send the batch with Content-Type application/json, text/csv or application/x-ndjson");
    }
    Buffer body = ctx.body().buffer();
    try {
      return new BatchBody(
          format,
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(body == null ? new byte[0] : body.getBytes()))
              .toString());
    } catch (CharacterCodingException e) {
      throw ServiceFailure.invalid("", "The batch is no text in UTF-8: send it in UTF-8");
    }
  }
}
