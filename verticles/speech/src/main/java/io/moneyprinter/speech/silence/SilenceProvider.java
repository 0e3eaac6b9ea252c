package io.moneyprinter.speech.silence;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.WrittenWord;
import io.moneyprinter.speech.text.WrittenWords;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No voice: silence as long as reading takes, so that captions keep their pace. It is never chosen
 * for anybody who did not ask for it.
 */
public final class SilenceProvider implements SpeechProvider {
  public static final String ID = "silence";

  private static final int RATE = 24_000;
  private static final Voice NONE =
      new Voice(ID + ":none", "No voice, captions only", LanguageTag.ANY, "unknown", true);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "silence-1";
  }

  @Override
  public List<Voice> voices() {
    return List.of(NONE);
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return Optional.empty();
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    double seconds = ReadingTime.seconds(request.text()) / request.rate();
    List<WrittenWord> words = WrittenWords.of(request.text());
    double all = words.stream().mapToDouble(word -> ReadingTime.of(word.text())).sum();
    List<WordTiming> timed = new ArrayList<>();
    double at = 0;
    for (WrittenWord word : words) {
      double end = Math.min(seconds, at + seconds * ReadingTime.of(word.text()) / all);
      timed.add(new WordTiming(word.text(), word.from(), word.to(), at, end));
      at = end;
    }
    work.progress(1);
    var sound = new Sound(new float[(int) Math.round(seconds * RATE)], RATE);
    return Future.succeededFuture(new SpokenText(sound, timed, TimingSource.ESTIMATED));
  }

  @Override
  public Future<Void> check() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }
}
