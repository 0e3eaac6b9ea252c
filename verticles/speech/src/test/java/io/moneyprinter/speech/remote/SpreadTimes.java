package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.WrittenWord;
import io.moneyprinter.speech.text.WrittenWords;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Takes told words as they come when there are as many as written ones, else spreads them. */
public final class SpreadTimes implements WordTimes {
  private final List<HeardWord> told = new ArrayList<>();

  /** What the provider told in its last answer. */
  public List<HeardWord> told() {
    return told;
  }

  @Override
  public Future<SpokenText> time(
      SpeechRequest request, Sound sound, List<HeardWord> heard, TaskContext work) {
    told.clear();
    told.addAll(heard);
    List<WrittenWord> words = WrittenWords.of(request.text());
    boolean exact = words.size() == heard.size();
    double each = sound.seconds() / words.size();
    List<WordTiming> timed = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      WrittenWord word = words.get(i);
      double start = exact ? heard.get(i).start() : i * each;
      double end = exact ? heard.get(i).end() : (i + 1) * each;
      timed.add(new WordTiming(word.text(), word.from(), word.to(), start, end));
    }
    return Future.succeededFuture(
        new SpokenText(sound, timed, exact ? TimingSource.EXACT : TimingSource.ESTIMATED));
  }
}
