package io.moneyprinter.speech.microsoft;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A message of Microsoft's speech service over WebSocket: header lines, then a body.
 *
 * <p>Text messages separate the two by an empty line. Binary ones begin with two bytes, big-endian,
 * that count the bytes of the header lines behind them. The form is that of the public Speech SDK
 * for JavaScript and of edge-tts 7.2.
 *
 * @param headers names in lower case
 */
public record ServiceMessage(Map<String, String> headers, Buffer body) {
  private static final String LINE = "\r\n";
  private static final int LENGTH_BYTES = 2;

  public ServiceMessage {
    headers = Map.copyOf(headers);
  }

  /** Reads a text message; {@code IllegalArgumentException} for what is none. */
  public static ServiceMessage ofText(String text) {
    int end = text.indexOf(LINE + LINE);
    if (end < 0) {
      throw new IllegalArgumentException("A text message without an end of its headers");
    }
    return new ServiceMessage(
        headers(text.substring(0, end)), Buffer.buffer(text.substring(end + 2 * LINE.length())));
  }

  /** Reads a binary message; {@code IllegalArgumentException} for what is none. */
  public static ServiceMessage ofBinary(Buffer frame) {
    if (frame.length() < LENGTH_BYTES) {
      throw new IllegalArgumentException("A binary message without the length of its headers");
    }
    int end = LENGTH_BYTES + frame.getUnsignedShort(0);
    if (end > frame.length()) {
      throw new IllegalArgumentException("A binary message that is shorter than its headers");
    }
    return new ServiceMessage(
        headers(frame.getString(LENGTH_BYTES, end, StandardCharsets.UTF_8.name())),
        frame.slice(end, frame.length()));
  }

  /** What the message is about; empty when it does not say. */
  public String path() {
    return headers.getOrDefault("path", "").toLowerCase(Locale.ROOT);
  }

  /** The body as text. */
  public String text() {
    return body.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(String lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines.split(LINE)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }
}
