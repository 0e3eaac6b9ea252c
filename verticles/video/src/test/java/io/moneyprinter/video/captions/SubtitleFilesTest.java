package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.video.Caption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleFilesTest {
  private static Caption caption(int start, int end, String text) {
    return new Caption(
        start,
        end,
        Arrays.stream(text.split(" ")).map(w -> new Caption.Word(w, start, end)).toList());
  }

  @Test
  void srtHasNumbersCommasAndWholeSentences() {
    String srt =
        SubtitleFiles.srt(
            List.of(
                caption(0, 45, "Every morning starts"),
                caption(45, 100, "with a cup of coffee."),
                caption(110_000, 110_060, "The end.")),
            30);

    assertThat(srt)
        .isEqualTo(
            """
            1
            00:00:00,000 --> 00:00:03,333
            Every morning starts with a cup of coffee.

            2
            01:01:06,667 --> 01:01:08,667
            The end.

            """);
  }

  @Test
  void vttEscapesWhatItWouldTakeForMarkup() {
    String vtt = SubtitleFiles.vtt(List.of(caption(15, 30, "R&D <b> --> fun")), 30);

    assertThat(vtt)
        .isEqualTo(
            """
            WEBVTT

            00:00:00.500 --> 00:00:01.000
            R&amp;D &lt;b&gt; --&gt; fun

            """);
  }

  @Test
  void srtCannotBeBrokenByAnArrow() {
    assertThat(SubtitleFiles.srt(List.of(caption(0, 30, "a --> b")), 30)).contains("a → b");
  }

  @Test
  void aLongSentenceStandsOnTwoEvenLines() {
    String srt =
        SubtitleFiles.srt(
            List.of(
                caption(0, 40, "The goats ate the red berries"),
                caption(40, 80, "and danced all through the night")),
            30);
    assertThat(srt.lines().skip(2).limit(2).map(String::length).toList())
        .allMatch(length -> length <= 42 && length >= 25);
  }

  @Test
  void chineseHasNoSpacesBetweenWords() {
    assertThat(SubtitleFiles.srt(List.of(caption(0, 30, "咖啡 的 历史。")), 30)).contains("咖啡的历史。");
  }
}
