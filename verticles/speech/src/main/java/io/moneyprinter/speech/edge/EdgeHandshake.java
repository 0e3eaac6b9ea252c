package io.moneyprinter.speech.edge;

import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How the browser Edge shows itself to its reading service, as edge-tts 7.2 (rany2/edge-tts, drm.py
 * and constants.py) documents it: a token made of the time, and the browser's headers.
 *
 * <p>The token holds for five minutes, so a clock that is wrong makes the service answer 403; its
 * {@code Date} header then says how wrong, see {@link #correct}. Safe to use from any thread.
 */
final class EdgeHandshake {
  /** The same for all browsers. */
  static final String CLIENT_TOKEN = "6A5AA1D4EAFF4E9FB37E23D68491D6F4";

  static final String BROWSER = "143.0.3650.75";

  private static final long EPOCH_1601_SECONDS = 11_644_473_600L;
  private static final long STEP_SECONDS = 300;
  private static final long TICKS_A_SECOND = 10_000_000L;
  private static final String MAJOR = BROWSER.substring(0, BROWSER.indexOf('.'));

  private final Clock clock;
  private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

  EdgeHandshake(Clock clock) {
    this.clock = clock;
  }

  /** The service's time, as far as it is known. */
  Instant now() {
    return clock.instant().plus(skew.get());
  }

  /**
   * Takes over the service's time.
   *
   * @param date value of a {@code Date} header (RFC 9110); {@code null} when there was none
   * @return whether there was a time to take over
   */
  boolean correct(String date) {
    if (date == null) {
      return false;
    }
    try {
      Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      skew.set(Duration.between(clock.instant(), there));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** The token {@code Sec-MS-GEC} of this moment. */
  String token() {
    return token(now());
  }

  /**
   * SHA-256, in upper-case hex, of the time in units of 100 nanoseconds since 1601, rounded down to
   * five minutes, and of the browser's own token behind it.
   */
  static String token(Instant at) {
    long seconds = at.getEpochSecond() + EPOCH_1601_SECONDS;
    long ticks = (seconds - seconds % STEP_SECONDS) * TICKS_A_SECOND;
    byte[] digest = Sha256.of((ticks + CLIENT_TOKEN).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().withUpperCase().formatHex(digest);
  }

  /**
   * The query of the connection.
   *
   * @param connection 32 hexadecimal digits
   */
  String query(String connection) {
    return "TrustedClientToken=%s&ConnectionId=%s&Sec-MS-GEC=%s&Sec-MS-GEC-Version=1-%s"
        .formatted(CLIENT_TOKEN, connection, token(), BROWSER);
  }

  /**
   * The headers of the connection beside those of WebSocket itself.
   *
   * @param browser made up; 32 hexadecimal digits
   */
  static MultiMap headers(String browser) {
    return MultiMap.caseInsensitiveMultiMap()
        .add("Pragma", "no-cache")
        .add("Cache-Control", "no-cache")
        .add("Origin", "chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold")
        .add(
            "User-Agent",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                + " Chrome/%s.0.0.0 Safari/537.36 Edg/%s.0.0.0".formatted(MAJOR, MAJOR))
        .add("Accept-Encoding", "gzip, deflate, br, zstd")
        .add("Accept-Language", "en-US,en;q=0.9")
        .add("Cookie", "muid=" + browser.toUpperCase(Locale.ROOT) + ";");
  }
}
