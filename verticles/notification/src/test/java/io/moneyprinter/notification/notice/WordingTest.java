package io.moneyprinter.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {
  private final Wording wording = Wording.load();

  @Test
  void whatIsNotKnownIsNotSpokenOf() {
    String key = "SECURITY_CREDENTIALS.text";
    for (String language : Wording.LANGUAGES) {
      assertThat(wording.text(language, key, Map.of("action", "key.create")))
          .doesNotContain("[", "]", "{", "–", "address");
      assertThat(wording.text(language, key, Map.of("action", "key.create", "address", "$1 [::1]")))
          .contains("$1 [::1]")
          .doesNotContain("{");
    }
  }

  @Test
  void aReasonIsAWholeSentence() {
    assertThat(failed("en", "No answer")).contains(": No answer. Nothing");
    assertThat(failed("en", "No answer!")).contains(": No answer! Nothing");
    assertThat(failed("zh", "没有应答")).contains("没有应答。");
  }

  private String failed(String language, String reason) {
    return wording.text(language, "VIDEO_FAILED.text", Map.of("step", "script", "reason", reason));
  }
}
