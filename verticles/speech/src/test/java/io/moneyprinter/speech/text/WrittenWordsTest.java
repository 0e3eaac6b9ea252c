package io.moneyprinter.speech.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenWordsTest {
  @Test
  void spacePartsWordsAndMarksStayWithThem() {
    assertThat(texts("  “Hello,” she said —\n at\u00a07:45 a.m.!  "))
        .containsExactly("“Hello,”", "she", "said", "—", "at", "7:45", "a.m.!");
  }

  @Test
  void aChineseCharacterIsAWordWithTheMarkBehindIt() {
    assertThat(texts("《咖啡》使用GPU加速，3.5倍。"))
        .containsExactly("《咖", "啡》", "使", "用", "GPU", "加", "速，", "3.5", "倍。");
  }

  @Test
  void thaiIsCutByDictionary() {
    assertThat(texts("กาแฟเป็นเครื่องดื่ม")).containsExactly("กาแฟ", "เป็น", "เครื่อง", "ดื่ม");
  }

  @Test
  void aLengthenedKanaStaysWhole() {
    assertThat(texts("コーヒーはおいしいです。")).contains("コーヒー").last().asString().endsWith("。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One two.",
        "咖啡 is coffee（really）!",
        "🚀 to 𝕏 👩‍👩‍👧",
        "ไทย English 日本",
        "\u200bx\ufeffy\t",
        "「”」"
      })
  void everyVisibleCharacterBelongsToOneWord(String text) {
    int at = 0;
    for (WrittenWord word : WrittenWords.of(text)) {
      assertThat(text.substring(word.from(), word.to())).isEqualTo(word.text()).isNotEmpty();
      assertThat(text.substring(at, word.from())).matches("[\\s\\u00a0\\u200b\\ufeff]*");
      at = word.to();
    }
    assertThat(text.substring(at)).matches("[\\s\\u00a0\\u200b\\ufeff]*");
  }

  private static List<String> texts(String text) {
    return WrittenWords.of(text).stream().map(WrittenWord::text).toList();
  }
}
