package io.moneyprinter.speech.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeHandshakeTest {
  private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");
  private static final String ITS_TOKEN =
      "B0EDD22C7C09868E2F24C10264A8A3EB877773A7B6040B68AFA4FBCBABEA0238";

  private final EdgeHandshake handshake = new EdgeHandshake(Clock.fixed(NEW_YEAR, ZoneOffset.UTC));

  /** Values by the reference implementation (edge-tts 7.2.7, drm.py) at the same times. */
  @Test
  void theTokenIsThatOfItsFiveMinutes() {
    assertThat(EdgeHandshake.token(NEW_YEAR)).isEqualTo(ITS_TOKEN);
    assertThat(EdgeHandshake.token(NEW_YEAR.plusMillis(299_900))).isEqualTo(ITS_TOKEN);
    assertThat(EdgeHandshake.token(NEW_YEAR.plusSeconds(300)))
        .isEqualTo("8ED9592389D401B833D437B09FB509A78CF65C45D1360B619B153F22EE36D474");
  }

  @Test
  void theQueryNamesConnectionTokenAndVersion() {
    assertThat(handshake.query("0123456789abcdef0123456789abcdef"))
        .isEqualTo(
            "TrustedClientToken=6A5AA1D4EAFF4E9FB37E23D68491D6F4"
                + "&ConnectionId=0123456789abcdef0123456789abcdef"
                + "&Sec-MS-GEC="
                + ITS_TOKEN
                + "&Sec-MS-GEC-Version=1-143.0.3650.75");
  }

  @Test
  void theHeadersAreTheBrowsers() {
    List<String> headers =
        EdgeHandshake.headers("0123456789abcdef0123456789abcdef").entries().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .toList();

    assertThat(headers)
        .containsExactlyInAnyOrder(
            "Pragma: no-cache",
            "Cache-Control: no-cache",
            "Origin: chrome-extension://jdiccldimpdaibmpdkjnbmckianbfold",
            "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
                + " Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
            "Accept-Encoding: gzip, deflate, br, zstd",
            "Accept-Language: en-US,en;q=0.9",
            "Cookie: muid=0123456789ABCDEF0123456789ABCDEF;");
  }

  @Test
  void theServicesTimeIsTakenOver() {
    assertThat(handshake.correct("Wed, 01 Jan 2025 00:12:30 GMT")).isTrue();

    assertThat(handshake.now()).isEqualTo(NEW_YEAR.plus(Duration.ofSeconds(750)));
    assertThat(handshake.token()).isEqualTo(EdgeHandshake.token(NEW_YEAR.plusSeconds(600)));
    assertThat(handshake.correct(null)).isFalse();
    assertThat(handshake.correct("tomorrow")).isFalse();
    assertThat(handshake.now()).isEqualTo(NEW_YEAR.plusSeconds(750));
  }
}
