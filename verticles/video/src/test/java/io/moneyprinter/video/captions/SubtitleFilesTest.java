package io.moneyprinter.video.captions;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.RealFfmpeg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void assHasTheLookAndThePlaceOfTheCaptions() {
    String ass =
        ass(Map.of("position", "top", "color", "#112233"), caption(1, 110_001, "Hi there"));

    assertThat(ass)
        .startsWith("[Script Info]\nScriptType: v4.00+\nPlayResX: 1080\nPlayResY: 1920\n")
        .contains(
            "Style: Caption,Inter,85.5,&H00332211,&H004AD5FF,&H00141010,&H61141010,-1,0,0,0,100,100,"
                + "0,0,1,6.1,2.5,8,130,130,269,1\n")
        .contains("Dialogue: 0,0:00:00.03,1:01:06.70,Caption,,0,0,0,,Hi there\n");
  }

  @Test
  void assTellsABackgroundAPlaceByPercentAndAFont() {
    String ass =
        ass(
            Map.of(
                "background", "rounded",
                "backgroundColor", "#10203040",
                "offset", 50,
                "font", "Odd, Name"),
            caption(0, 30, "Hi"));

    assertThat(ass)
        .contains("Style: Caption,Odd  Name,")
        .contains(",&HBF302010,")
        .contains(",3,10.7,0.0,5,")
        .contains(",,{\\pos(540,960)}Hi\n");
  }

  @Test
  void assEscapesWhatItWouldTakeForCommands() {
    assertThat(ass(Map.of(), caption(0, 30, "{\\b1}bold\nnext \\N")))
        .endsWith(",,\\{\\\u2060b1\\}bold\\Nnext \\\u2060N\n");
  }

  @Test
  void oneWordAtATimeIsOneLineAWordInAss() {
    Caption two =
        new Caption(0, 30, List.of(new Caption.Word("a", 0, 12), new Caption.Word("b", 12, 30)));
    assertThat(ass(Map.of("mode", "word"), two))
        .contains("Dialogue: 0,0:00:00.00,0:00:00.40,Caption,,0,0,0,,a\n")
        .contains("Dialogue: 0,0:00:00.40,0:00:01.00,Caption,,0,0,0,,b\n");
  }

  @Test
  void ffmpegReadsTheAssFileBackAsItWasMeant(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("captions.ass");
    Files.writeString(
        file, ass(Map.of("offset", 20), caption(0, 45, "Plain text,"), caption(45, 90, "{curly}")));

    ProcessBuilder builder =
        new ProcessBuilder(
                RealFfmpeg.program().ffmpeg().toString(),
                "-v",
                "error",
                "-i",
                file.toString(),
                "-f",
                "srt",
                "pipe:1")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(RealFfmpeg.program().environment());
    Process process = builder.start();
    String srt = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(srt)
        .contains("00:00:00,000 --> 00:00:01,500")
        .contains("00:00:01,500 --> 00:00:03,000")
        .contains("Plain text,")
        .contains("\\{curly\\}");
  }

  private static String ass(Map<String, Object> style, Caption... captions) {
    return SubtitleFiles.ass(
        new Timeline(
            Canvas.PORTRAIT,
            120_000,
            List.of(),
            RecordJson.strict().convertValue(style, CaptionStyle.class),
            List.of(captions),
            new AudioMix(List.of(), null, -16, 4000, -14),
            7));
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
