package io.moneyprinter.codecs.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.NarrationMarks.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarrationMarksTest {
  private final NarrationMarks marks = new NarrationMarks(List.of("Anna", "Anna Maria", "小明"));

  @Test
  void speakersAndPausesPartAText() {
    String text =
        "Well. Anna: Hi there! [pause 1.5s] And [PAUSE 300ms]you? Anna Maria: Fine. [pause]";

    List<Passage> passages = marks.passages(text);

    assertThat(passages)
        .extracting(Passage::speaker)
        .containsExactly(null, "Anna", "Anna", "Anna", "Anna Maria", "Anna Maria");
    assertThat(passages).extracting(Passage::pause).containsExactly(0.0, 0.0, 1.5, 0.3, 0.0, 1.0);
    assertThat(passages)
        .extracting(passage -> text.substring(passage.from(), passage.to()).strip())
        .containsExactly("Well.", "Hi there!", "And", "you?", "Fine.", "");
  }

  @Test
  void otherNamesBracketsAndAddressesAreText() {
    String text = "Bob: note [sic], see Anna://x and xAnna: no. [pause long]";

    assertThat(marks.passages(text)).hasSize(1);
    assertThat(marks.plain(text)).isEqualTo(text);
  }

  @Test
  void theShownTextHasNoMarks() {
    assertThat(marks.plain("Anna: Hi! [pause 2] 小明：你好")).isEqualTo("Hi! 你好");
    assertThat(new NarrationMarks(List.of()).plain("Anna: Hi! [pause 2]")).isEqualTo("Anna: Hi!");
  }

  @Test
  void aPauseHasAnEnd() {
    assertThat(marks.passages("[pause 9999s] So").get(0).pause())
        .isEqualTo(NarrationMarks.LONGEST_PAUSE);
  }

  @Test
  void partsOfOneTextTellWhoGoesOn() {
    assertThat(marks.continued(List.of("So.", "Anna: One.", "Two. 小明: Three.", "Four.")))
        .containsExactly("So.", "Anna: One.", "Anna: Two. 小明: Three.", "小明: Four.");
  }
}
