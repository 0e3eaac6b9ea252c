package io.moneyprinter.video.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.video.Caption;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubtitleReaderTest {
  @Test
  void subRipWithByteOrderMarkWindowsLinesAndTagsIsRead() {
    String text =
        "\uFEFF1\r\n00:00:00,500 --> 00:00:01,500\r\n<i>Guten</i> Tag,\r\n{\\an8}alle\r\n\r\n"
            + "2\r\n00:00:02,000 --> 00:00:02,500\r\nTschüss &amp; danke\r\n";

    List<Caption> captions = read(text, 90);

    assertThat(captions)
        .extracting(Caption::text)
        .containsExactly("Guten Tag, alle", "Tschüss & danke");
    assertThat(captions.get(0).start()).isEqualTo(15);
    assertThat(captions.get(0).end()).isEqualTo(45);
  }

  @Test
  void webVttWithHeaderNotesSettingsAndShortTimesIsRead() {
    String text =
        """
        WEBVTT - made by hand

        NOTE not shown

        first
        00:01.000 --> 00:02.000 line:80% align:center
        <v Anna>Hello <c.loud>there</c>

        00:00:02.000 --> 00:00:03.000
        """;

    assertThat(read(text, 90)).extracting(Caption::text).containsExactly("Hello there");
  }

  @Test
  void overlapsAreCutAndWhatIsAfterTheEndIsLeftOut() {
    String text =
        """
        1
        00:00:01,000 --> 00:00:05,000
        later

        2
        00:00:00,000 --> 00:00:02,000
        earlier

        3
        00:01:00,000 --> 00:01:02,000
        never
        """;

    List<Caption> captions = read(text, 60);

    assertThat(captions).extracting(Caption::text).containsExactly("earlier", "later");
    assertThat(captions.get(0).end()).isEqualTo(30);
    assertThat(captions.get(1).end()).isEqualTo(60);
  }

  @Test
  void wordsShareTheirCueAndEachHasAFrame() {
    Caption caption = read("00:00:00,000 --> 00:00:00,200\na bb ccc d e f g h i j\n", 60).get(0);

    assertThat(caption.text()).isEqualTo("a bb ccc d e f g h i j");
    int before = caption.start();
    for (Caption.Word word : caption.words()) {
      assertThat(word.start()).isEqualTo(before);
      assertThat(word.end()).isGreaterThan(word.start());
      before = word.end();
    }
    assertThat(before).isEqualTo(caption.end());
  }

  @Test
  void aTextWithoutCuesIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read("Just words --> nothing", 60)).hasMessageContaining("no cue");
    assertThatThrownBy(() -> read("00:10:00,000 --> 00:11:00,000\nlate\n", 60))
        .hasMessageContaining("inside the video");
  }

  private static List<Caption> read(String text, int frames) {
    return SubtitleReader.read(text, "/subtitles/0/text", 30, frames);
  }
}
