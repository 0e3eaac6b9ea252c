package io.moneyprinter.speech.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.speech.remote.Line;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EdgeMessagesTest {
  private static final Instant NOW = Instant.parse("2025-03-09T07:05:01.999Z");

  @Test
  void theConfigurationAsksForMp3AndWordBoundaries() {
    assertThat(EdgeMessages.config(NOW))
        .isEqualTo(
            "X-Timestamp:Sun Mar 09 2025 07:05:01 GMT+0000 (Coordinated Universal Time)\r\n"
                + "Content-Type:application/json; charset=utf-8\r\n"
                + "Path:speech.config\r\n"
                + "\r\n"
                + "{\"context\":{\"synthesis\":{\"audio\":{\"metadataoptions\":{"
                + "\"sentenceBoundaryEnabled\":\"false\",\"wordBoundaryEnabled\":\"true\"},"
                + "\"outputFormat\":\"audio-24khz-48kbitrate-mono-mp3\"}}}}\r\n");
  }

  @Test
  void aLineIsMarkedUp() {
    assertThat(message("Cats & dogs", "zh-CN-XiaoxiaoNeural", 1.2))
        .isEqualTo(
            "X-RequestId:0123456789abcdef0123456789abcdef\r\n"
                + "Content-Type:application/ssml+xml\r\n"
                + "X-Timestamp:Sun Mar 09 2025 07:05:01 GMT+0000 (Coordinated Universal Time)Z\r\n"
                + "Path:ssml\r\n"
                + "\r\n"
                + "<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis'"
                + " xml:lang='en-US'>"
                + "<voice name='Microsoft Server Speech Text to Speech Voice (zh-CN,"
                + " XiaoxiaoNeural)'>"
                + "<prosody pitch='+0Hz' rate='+20%' volume='+0%'>Cats &amp; dogs</prosody>"
                + "</voice></speak>");
  }

  @Test
  void aProsodyOfTheAuthorsTakesThePlaceOfOurs() {
    SpeechMarkup one =
        SpeechMarkup.parse(
            "<speak><prosody rate='+20%' pitch='high'>Cats &amp; dogs</prosody></speak>");
    Line line = new Line(one.plain(), "en", "en-US-AriaNeural", 1, one.inner());

    assertThat(EdgeMessages.reads(one)).isTrue();
    assertThat(EdgeMessages.line(line, "0123456789abcdef0123456789abcdef", NOW))
        .endsWith(
            "AriaNeural)'><prosody rate=\"+20%\" pitch=\"high\">Cats &amp; dogs</prosody>"
                + "</voice></speak>");
    for (String other :
        List.of(
            "<speak>Cats <break/></speak>",
            "<speak>a <prosody rate='1'>b</prosody></speak>",
            "<speak><prosody rate='1'>a</prosody><prosody rate='2'>b</prosody></speak>")) {
      assertThat(EdgeMessages.reads(SpeechMarkup.parse(other))).as(other).isFalse();
    }
  }

  @Test
  void speedIsAPercentageWithItsSign() {
    assertThat(message("x", "v", 1)).contains("rate='+0%'");
    assertThat(message("x", "v", 0.8)).contains("rate='-20%'");
    assertThat(message("x", "v", 1.004)).contains("rate='+0%'");
    assertThat(message("x", "v", 2)).contains("rate='+100%'");
  }

  @Test
  void whatTheServiceCannotTakeIsReplaced() {
    assertThat(message("a\u000bb\u0000c\td\n<e> 'f' \"g\" 😀", "v", 1))
        .endsWith(">a b c\td\n&lt;e&gt; 'f' \"g\" 😀</prosody></voice></speak>");
    assertThat(message("x", "bad'/><voice name='", 1))
        .contains("<voice name='bad&apos;/&gt;&lt;voice name=&apos;'>");
  }

  @Test
  void shortNamesAreExpandedAndRegionsKept() {
    assertThat(EdgeMessages.fullName("en-US-AriaNeural"))
        .isEqualTo("Microsoft Server Speech Text to Speech Voice (en-US, AriaNeural)");
    assertThat(EdgeMessages.fullName("zh-CN-liaoning-XiaobeiNeural"))
        .isEqualTo("Microsoft Server Speech Text to Speech Voice (zh-CN-liaoning, XiaobeiNeural)");
    assertThat(EdgeMessages.fullName("fil-PH-AngeloNeural"))
        .isEqualTo("Microsoft Server Speech Text to Speech Voice (fil-PH, AngeloNeural)");
  }

  private static String message(String text, String voice, double rate) {
    return EdgeMessages.line(
        new Line(text, "en", voice, rate), "0123456789abcdef0123456789abcdef", NOW);
  }
}
