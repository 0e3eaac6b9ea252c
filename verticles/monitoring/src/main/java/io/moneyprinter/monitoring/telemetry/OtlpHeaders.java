package io.moneyprinter.monitoring.telemetry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Headers of an OTLP exporter, written as the variable {@code OTEL_EXPORTER_OTLP_HEADERS} has them
 * (OpenTelemetry Protocol Exporter specification, "Specifying headers via environment variables"):
 * as W3C Baggage without properties, {@code name=value,name=value}, values percent-encoded.
 */
public final class OtlpHeaders {
  /** A token of RFC 9110, section 5.6.2. */
  private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private static final Pattern LINE_END = Pattern.compile("[\\r\\n\\x00]");

  private OtlpHeaders() {}

  /**
   * @throws IllegalArgumentException where something is no header; it quotes no value, for those
   *     are secret
   */
  public static Map<String, String> of(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String pair : text.split(",")) {
      int equals = pair.indexOf('=');
      String name = pair.substring(0, Math.max(0, equals)).strip();
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "traces-headers has to be NAME=VALUE, separated by commas; write a comma within a value"
                + " as %2C");
      }
      headers.put(name, value(name, pair.substring(equals + 1).strip()));
    }
    return headers;
  }

  private static String value(String name, String encoded) {
    String value;
    try {
      // A plus is a plus here: only forms write blanks so.
      value = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "traces-headers: the value of " + name + " has a % that begins no percent-encoding");
    }
    if (value.isEmpty() || LINE_END.matcher(value).find()) {
      throw new IllegalArgumentException(
          "traces-headers: the value of " + name + " is empty or has a line end");
    }
    return value;
  }
}
