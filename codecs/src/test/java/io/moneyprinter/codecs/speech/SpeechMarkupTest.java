package io.moneyprinter.codecs.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechMarkupTest {
  @Test
  void whatIsSaidAndHowIsTakenApart() {
    SpeechMarkup markup =
        SpeechMarkup.parse(
            """
            <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en">
              <p><s>Tea &amp; <sub alias="World Wide Web Consortium">W3C</sub>.</s><s>Hush<break
              time="1.5s"/>now.</s></p> <prosody rate="+10%">Go <mstts:express-as
              style="cheerful">on</mstts:express-as>!</prosody>
            </speak>
            """);

    assertThat(markup.plain()).isEqualTo("Tea & W3C. Hush now. Go on!");
    assertThat(markup.elements())
        .containsExactlyInAnyOrder("p", "s", "sub", "break", "prosody", "mstts:express-as");
    assertThat(markup.aliases()).isEqualTo(Map.of("W3C", "World Wide Web Consortium"));
    assertThat(markup.pauses()).isEqualTo(List.of(new SpeechMarkup.Pause(15, 1.5)));
    assertThat(markup.inner())
        .contains(
            "Tea &amp; <sub alias=\"World Wide Web Consortium\">W3C</sub>",
            "<break time=\"1.5s\"/>")
        .doesNotContain("speak", "xmlns");
    // What it says is a document again, and the same.
    assertThat(SpeechMarkup.parse("<speak>" + markup.inner() + "</speak>")).isEqualTo(markup);
    assertThat(SpeechMarkup.is("  <speak>Hi</speak>")).isTrue();
    assertThat(SpeechMarkup.is("I <speak> up")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE speak [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><speak>&x;</speak>",
        "<!DOCTYPE speak SYSTEM 'http://127.0.0.1/x.dtd'><speak>Hi</speak>",
        "<speak><!-- no -->Hi</speak>",
        "<speak><![CDATA[Hi]]></speak>",
        "<?xml-stylesheet href='http://127.0.0.1'?><speak>Hi</speak>",
        "<speak>&lol;</speak>",
        "<speak>Hi <audio src='http://127.0.0.1/x.wav'/></speak>",
        "<speak>Hi <voice name='other'>there</voice></speak>",
        "<speak>Hi <lexicon uri='http://127.0.0.1/'/></speak>",
        "<speak>Hi <break onload='x'/></speak>",
        "<speak>Hi <break time='soon'/></speak>",
        "<speak>Hi <break time='1s'>there</break></speak>",
        "<speak>Hi",
        "<speak>Hi</s></speak>",
        "<speak>AT&T</speak>",
        "<speaker>Hi</speaker>",
        "<speak><break time='1s'/></speak>",
        "<speak>Hi</speak><speak>there</speak>"
      })
  void whatIsHostileOrBrokenIsRefused(String document) {
    assertThatThrownBy(() -> SpeechMarkup.parse(document))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The markup ");
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    assertThatThrownBy(() -> SpeechMarkup.parse("<speak>" + "a ".repeat(6_000) + "</speak>"))
        .hasMessageContaining("at most 10000");
    String deep = "<emphasis>".repeat(40) + "Hi" + "</emphasis>".repeat(40);
    assertThatThrownBy(() -> SpeechMarkup.parse("<speak>" + deep + "</speak>"))
        .hasMessageContaining("deep");
  }
}
