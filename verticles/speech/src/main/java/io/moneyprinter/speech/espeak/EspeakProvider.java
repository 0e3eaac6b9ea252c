package io.moneyprinter.speech.espeak;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.Span;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenSentence;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.Utterance;
import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** More than a hundred languages through espeak-ng, with exact word times. */
public final class EspeakProvider implements SpeechProvider {
  public static final String ID = "espeak";

  /** What is called normal speed, in espeak-ng's measure. */
  private static final int WORDS_PER_MINUTE = 165;

  private static final double NEAR_ENOUGH = 0.02;

  private static final int SILENT_RATE = 22_050;

  private final EspeakProcess process;
  private final Narrator narrator;
  private final EspeakVoices voices;
  private final List<Voice> all;

  public EspeakProvider(EspeakProcess process, Narrator narrator) {
    this.process = process;
    this.narrator = narrator;
    this.voices = EspeakVoices.read();
    this.all = voices.all();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "espeak-ng-" + EspeakFiles.VERSION + "-a " + narrator.version();
  }

  @Override
  public List<Voice> voices() {
    return all;
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return voices.forLanguage(language);
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    Optional<ServiceFailure> objection = ReadableText.objection(request.text(), request.language());
    if (objection.isPresent()) {
      return Future.failedFuture(objection.get());
    }
    String voice = request.voice().id().substring(ID.length() + 1);
    return narrator.narrate(request, sentence -> say(sentence, voice, request.rate()), work);
  }

  /** Gets ready to speak at once. */
  public Future<Void> load() {
    return process.warm();
  }

  @Override
  public Future<Void> check() {
    return process.check();
  }

  @Override
  public Future<Void> close() {
    return process.close();
  }

  private Future<SpokenSentence> say(Utterance sentence, String voice, double rate) {
    EspeakText text = EspeakText.of(sentence);
    if (!text.hasWords()) {
      return Future.succeededFuture(
          new SpokenSentence(
              new Sound(new float[0], SILENT_RATE),
              Collections.nCopies(sentence.words().size(), new Span(0, 0)),
              TimingSource.EXACT));
    }
    Future<SpokenSentence> usual = ask(voice, WORDS_PER_MINUTE, text, sentence);
    if (rate == 1) {
      return usual;
    }
    int speed = (int) Math.round(WORDS_PER_MINUTE * rate);
    return usual.compose(
        one -> ask(voice, speed, text, sentence).map(paced -> fitted(paced, one.length() / rate)));
  }

  private Future<SpokenSentence> ask(String voice, int speed, EspeakText text, Utterance sentence) {
    return process
        .ask(new EspeakWire.Request(voice, speed, text.text()))
        .map(answer -> EspeakTimings.of(answer, text, sentence.spoken()));
  }

  /** The engine's own fast and slow speech sounds best, but misses the pace by up to a fifth. */
  private static SpokenSentence fitted(SpokenSentence paced, double seconds) {
    double miss = seconds > 0 ? paced.length() / seconds : 1;
    return Math.abs(miss - 1) < NEAR_ENOUGH ? paced : paced.at(miss);
  }
}
