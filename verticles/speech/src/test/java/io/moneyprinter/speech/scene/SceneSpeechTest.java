package io.moneyprinter.speech.scene;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.speech.Delivery;
import io.moneyprinter.codecs.speech.GetLexicon;
import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.PutLexicon;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.platform.settings.ConfigTree;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.speech.SpeechConfig;
import io.moneyprinter.speech.SpeechVerticle;
import io.moneyprinter.speech.audio.Probe;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.WavFile;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SceneSpeechTest {
  private static final String GERMAN = "Guten Morgen. Wie geht es dir?";
  private static final NarrationBrief TWO =
      new NarrationBrief(null, Map.of("Anna", "espeak:de+f3", "Ben", "espeak:de"), null);

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @BeforeEach
  void deploy() {
    ConfigTree tree = new ConfigTree();
    SpeechConfig config = SettingsBinder.bind(SpeechConfig.class, tree, Map.of());
    answer(test.vertx().deployVerticle(new SpeechVerticle(config, test.node())), 60);
  }

  @Test
  void speakersTakeTurnsAndTheirMarksAreNotSaid() throws IOException {
    String text = "Anna: Guten Morgen, mein Lieber! Ben: Guten Morgen, Anna.";

    Speech speech = ask(new Synthesize(text, "de", "auto", 1, null, null, TWO));

    assertThat(speech.voice()).isEqualTo("espeak:de+f3, espeak:de");
    assertThat(texts(speech))
        .containsExactly("Guten", "Morgen,", "mein", "Lieber!", "Guten", "Morgen,", "Anna.");
    assertThat(speech.words())
        .allSatisfy(
            word -> assertThat(text.substring(word.from(), word.to())).isEqualTo(word.text()));
    assertInOrder(speech);
    Sound sound = sound(speech);
    double woman = Probe.pitch(part(sound, speech.words().get(0), speech.words().get(3)));
    double man = Probe.pitch(part(sound, speech.words().get(4), speech.words().get(6)));
    assertThat(woman).isGreaterThan(1.4 * man);
  }

  @Test
  void aPauseIsAsLongAsItSays() {
    Speech plain = ask(new Synthesize("Guten Morgen. Wie geht es dir?", "de", "auto", 1));
    Speech paused =
        ask(
            new Synthesize(
                "[pause 500ms] Guten Morgen. [pause 1.5s] Wie geht es dir? [pause]",
                "de",
                "auto",
                1));

    assertThat(texts(paused)).isEqualTo(texts(plain));
    assertThat(paused.words().get(0).start() - plain.words().get(0).start())
        .isCloseTo(0.5, within(0.05));
    assertThat(paused.words().get(2).start() - paused.words().get(1).end()).isBetween(1.5, 1.8);
    assertThat(paused.seconds() - paused.words().get(5).end()).isBetween(1.0, 1.3);
    assertInOrder(paused);
  }

  @Test
  void rateVolumeAndPitchAreTheScenesOrTheJobs() throws IOException {
    Speech plain = ask(new Synthesize(GERMAN, "de", "auto", 1));
    Speech higher =
        ask(
            new Synthesize(
                GERMAN, "de", "auto", 1, null, null, new NarrationBrief(4.0, null, null)));
    Speech quick =
        ask(
            new Synthesize(
                GERMAN, "de", "auto", 1, "espeak:de+f3", new Delivery(1.5, null, -12.0), null));

    assertThat(higher.seconds()).isCloseTo(plain.seconds(), within(0.01));
    assertThat(Probe.pitch(sound(higher)) / Probe.pitch(sound(plain)))
        .isCloseTo(Math.pow(2, 4 / 12.0), within(0.08));
    assertThat(quick.voice()).isEqualTo("espeak:de+f3");
    assertThat(quick.seconds()).isLessThan(0.8 * plain.seconds());
    assertThat(20 * Math.log10(sound(quick).peak())).isCloseTo(-13.5, within(0.2));
  }

  @Test
  void theLexiconChangesWhatIsSaidAndNotWhatIsShown() {
    put("de", Map.of("GIF", "Dschiff Dschiff Dschiff", "Müller GmbH", "Müller Gesellschaft"));
    put("mul", Map.of("SQL", "Sikuel"));
    String text = "Das „GIF“ der Müller GmbH: SQL!";

    Speech plain = ask(new Synthesize("Das „Gaf“ der Müller Gans: Sal!", "de", "auto", 1));
    Speech said = ask(new Synthesize(text, "de", "auto", 1));
    Speech other =
        ask(
            new Synthesize(
                text,
                "de",
                "auto",
                1,
                null,
                null,
                new NarrationBrief(null, null, Map.of("gif", "Gif"))));

    assertThat(texts(said)).containsExactly("Das", "„GIF“", "der", "Müller", "GmbH:", "SQL!");
    assertInOrder(said);
    assertThat(length(said, 1)).isGreaterThan(2 * length(plain, 1));
    assertThat(length(other, 1)).isLessThan(0.6 * length(said, 1));
    assertThat(
            answer(SpeechMessages.GET_LEXICON.ask(test.vertx().eventBus(), new GetLexicon("de-AT")))
                .entries())
        .containsOnlyKeys("GIF", "Müller GmbH");
  }

  @Test
  void whatCannotBeKeptOrSpokenIsRefusedWithTheRemedy() {
    var refusal =
        failure(
            SpeechMessages.PUT_LEXICON.ask(
                test.vertx().eventBus(), new PutLexicon(new Lexicon("de", Map.of("GIF", " ")))));
    assertThat(refusal.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refusal).hasMessageContaining("'GIF' needs a way to read it");
    var unspoken =
        failure(
            SpeechMessages.SYNTHESIZE.ask(
                test.vertx().eventBus(), new Synthesize("[pause 2s]", "de", "auto", 1)));
    assertThat(unspoken.code()).isEqualTo(FailureCode.INVALID);
    var shrill =
        failure(
            SpeechMessages.SYNTHESIZE.ask(
                test.vertx().eventBus(),
                new Synthesize(
                    GERMAN, "de", "auto", 1, null, new Delivery(null, 40.0, null), null)));
    assertThat(shrill).hasMessageContaining("-12 to 12 semitones");
  }

  private void put(String language, Map<String, String> entries) {
    answer(
        SpeechMessages.PUT_LEXICON.ask(
            test.vertx().eventBus(), new PutLexicon(new Lexicon(language, entries))));
  }

  private static double length(Speech speech, int word) {
    return speech.words().get(word).end() - speech.words().get(word).start();
  }

  private static List<String> texts(Speech speech) {
    return speech.words().stream().map(WordTiming::text).toList();
  }

  private static void assertInOrder(Speech speech) {
    double at = 0;
    for (WordTiming word : speech.words()) {
      assertThat(word.start()).isGreaterThanOrEqualTo(at);
      at = word.end();
    }
    assertThat(at).isLessThanOrEqualTo(speech.seconds());
  }

  private static Sound part(Sound sound, WordTiming first, WordTiming last) {
    return sound.slice(sound.sampleAt(first.start()), sound.sampleAt(last.end()));
  }

  private Sound sound(Speech speech) throws IOException {
    return WavFile.read(test.node().blobs().path(speech.audio()));
  }

  private Speech ask(Synthesize wanted) {
    return answer(SpeechMessages.SYNTHESIZE.ask(test.vertx().eventBus(), wanted), 90);
  }
}
