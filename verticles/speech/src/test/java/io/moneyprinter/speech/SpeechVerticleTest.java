package io.moneyprinter.speech;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.ListVoices;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechAssertions;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpeechVerticleTest {
  private static final long ENGINE_SECONDS = 90;
  private static final String GERMAN = "Guten Morgen. Wie geht es dir?";

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @BeforeEach
  void deploy() {
    SpeechConfig config = SettingsBinder.bind(SpeechConfig.class, new ConfigTree(), Map.of());
    answer(test.vertx().deployVerticle(new SpeechVerticle(config, test.node())), 60);
  }

  @Test
  void aTextBecomesAStoredSoundWithTheTimesOfItsWords()
      throws IOException, UnsupportedAudioFileException {
    String text = "Coffee wakes you up. Every morning!";

    Speech speech = ask(new Synthesize(text, "en", "auto", 1));

    assertThat(speech.voice()).isEqualTo("mary:cmu-slt-hsmm");
    assertThat(speech.provider()).isEqualTo("mary");
    assertThat(speech.timing()).isEqualTo(TimingSource.EXACT);
    Sound sound = read(speech);
    assertThat(speech.seconds()).isEqualTo(sound.seconds(), within(0.001)).isBetween(2.0, 4.0);
    assertThat(20 * Math.log10(sound.peak())).isCloseTo(-1.5, within(0.05));
    SpeechAssertions.assertEveryWordIsTimed(text, speech.words(), speech.seconds());
    SpeechAssertions.assertSoundsWhereTimed(speech.words(), sound);
    assertThat(speech.words().get(0).start()).isLessThan(0.1);
  }

  @Test
  void otherLanguagesAreSpokenByTheirVoiceAndANamedVoiceIsTaken() {
    assertThat(ask(new Synthesize(GERMAN, "de-DE", "auto", 1)).voice()).isEqualTo("espeak:de");
    assertThat(ask(new Synthesize(GERMAN, "de", "espeak:de+f3", 1)).voice())
        .isEqualTo("espeak:de+f3");
    assertThat(ask(new Synthesize("Hello there.", "en", "ESPEAK:EN-us", 1)).voice())
        .isEqualTo("espeak:en-US");
  }

  @Test
  void equalWorkIsDoneOnce() {
    Speech first = ask(new Synthesize(GERMAN, "de", "auto", 1));

    assertThat(ask(new Synthesize(GERMAN, "de", "auto", 1))).isEqualTo(first);
    assertThat(ask(new Synthesize(GERMAN, "de", "auto", 1.5)).audio()).isNotEqualTo(first.audio());
  }

  @Test
  void anUnknownVoiceIsRefusedWithSomeThatThereAre() {
    var refusal = failure(asked(new Synthesize(GERMAN, "de", "espeak:nobody", 1)));

    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refusal.violations())
        .singleElement()
        .hasFieldOrPropertyWithValue("pointer", "/voice");
    assertThat(refusal)
        .hasMessageContaining("espeak:nobody")
        .hasMessageContaining("espeak:de, espeak:de+f3")
        .hasMessageContaining("moneyprinter voices")
        .hasMessageContaining("GET /v1/voices");
  }

  @Test
  void whatCannotBeSpokenIsRefusedWithARemedy() {
    assertInvalid(new Synthesize(GERMAN, "de", "mary:cmu-slt-hsmm", 1), "speaks en-US");
    assertInvalid(new Synthesize("Kumusta", "fil", "auto", 1), "\"fil\"");
    assertInvalid(new Synthesize("🚀 … —", "en", "auto", 1), "no words");
    assertInvalid(new Synthesize(GERMAN, "de", "auto", 2.5), "from 0.5 to 2.0");
    assertInvalid(new Synthesize(GERMAN, "de", "auto", Double.NaN), "from 0.5 to 2.0");
    assertInvalid(new Synthesize("word ".repeat(2_000), "en", "auto", 1), "split it");
    assertInvalid(new Synthesize("日本の珈琲", "ja", "auto", 1), "kana");
    assertInvalid(new Synthesize("Привет всем", "en", "auto", 1), "set its language");
  }

  @Test
  void voicesAreListedBestFirst() {
    List<Voice> english = voices("en");
    List<Voice> chinese = voices("zh-CN");

    assertThat(english.get(0).id()).isEqualTo("mary:cmu-slt-hsmm");
    assertThat(english).allSatisfy(voice -> assertThat(voice.language()).matches("en-?.*|mul"));
    assertThat(chinese).extracting(Voice::id).contains("espeak:cmn", "espeak:yue", "espeak:hak");
    assertThat(voices(null)).hasSizeGreaterThan(550);
  }

  @Test
  void everyProviderHasAHealthCheck() {
    ask(new Synthesize(GERMAN, "de", "auto", 1));

    var report = answer(test.node().health().report("speech"));

    assertThat(report.checks())
        .containsEntry("speech.mary", "ok")
        .containsEntry("speech.espeak", "ok");
  }

  private void assertInvalid(Synthesize wanted, String remedy) {
    var refusal = failure(asked(wanted));
    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refusal).hasMessageContaining(remedy);
  }

  private List<Voice> voices(String language) {
    return answer(SpeechMessages.VOICES.ask(test.vertx().eventBus(), new ListVoices(language)))
        .voices();
  }

  private Sound read(Speech speech) throws IOException, UnsupportedAudioFileException {
    try (var audio =
        AudioSystem.getAudioInputStream(test.node().blobs().path(speech.audio()).toFile())) {
      assertThat(audio.getFormat().getSampleRate()).isEqualTo(48_000);
      assertThat(audio.getFormat().getChannels()).isEqualTo(1);
      return Sound.ofPcm16(audio.readAllBytes(), 48_000);
    }
  }

  private Speech ask(Synthesize wanted) {
    return answer(asked(wanted), ENGINE_SECONDS);
  }

  private Future<Speech> asked(Synthesize wanted) {
    return SpeechMessages.SYNTHESIZE.ask(test.vertx().eventBus(), wanted);
  }
}
