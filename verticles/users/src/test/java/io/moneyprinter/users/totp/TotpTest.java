package io.moneyprinter.users.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private final Totp totp = new Totp(SECRET);

  /** RFC 6238, appendix B, the last six of the eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    Instant moment = Instant.ofEpochSecond(seconds);

    assertThat(totp.code(Totp.step(moment))).isEqualTo(code);
    assertThat(totp.match(code, moment)).hasValue(seconds / 30);
    assertThat(totp.match(code, moment.plusSeconds(30))).hasValue(seconds / 30);
    assertThat(totp.match(code, moment.plusSeconds(90))).isEmpty();
  }

  /** RFC 4648 §10. */
  @ParameterizedTest
  @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB"})
  void secretsAreWrittenAsAppsReadThem(String bytes, String text) {
    assertThat(new Totp(bytes.getBytes(StandardCharsets.US_ASCII)).text()).isEqualTo(text);
  }

  @Test
  void aRecoveryCodeMayBeWrittenInAnyWay() {
    RecoveryCode code = RecoveryCode.generate(new SecureRandom());

    assertThat(code.text()).matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}");
    assertThat(new RecoveryCode(code.text().toLowerCase().replace("-", " ")).hash())
        .isEqualTo(code.hash());
    assertThat(code).hasToString("RecoveryCode[…]");
  }
}
