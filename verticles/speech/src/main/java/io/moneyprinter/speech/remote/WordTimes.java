package io.moneyprinter.speech.remote;

import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.vertx.core.Future;
import java.util.List;

/** Finds when each word of a text sounds in a recording of it. */
@FunctionalInterface
public interface WordTimes {
  /**
   * Times every word.
   *
   * @param heard the words that the provider told, in order; empty when it tells none
   */
  Future<SpokenText> time(
      SpeechRequest request, Sound sound, List<HeardWord> heard, TaskContext work);
}
