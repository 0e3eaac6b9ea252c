package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.text.Reading;
import io.moneyprinter.speech.text.Sentence;
import io.moneyprinter.speech.text.Sentences;
import io.moneyprinter.speech.text.Utterance;
import io.moneyprinter.speech.text.WrittenWords;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Has a text spoken sentence by sentence and sets the sentences after each other with even pauses,
 * so that a long text needs no more memory of an engine than its longest sentence, and can be
 * cancelled between two.
 */
public final class Narrator {
  private final Duration sentencePause;
  private final Duration paragraphPause;

  /**
   * @param sentencePause silence between two sentences at rate 1
   * @param paragraphPause silence between two paragraphs at rate 1
   */
  public Narrator(Duration sentencePause, Duration paragraphPause) {
    this.sentencePause = sentencePause;
    this.paragraphPause = paragraphPause;
  }

  /** What changes the sound; part of what results are remembered by. */
  public String version() {
    return "narrator-2 " + sentencePause + " " + paragraphPause;
  }

  /** Speaks the whole request through an engine that already speaks at the request's rate. */
  public Future<SpokenText> narrate(
      SpeechRequest request, SentenceEngine engine, TaskContext work) {
    Locale language = Locale.forLanguageTag(request.language());
    List<Sentence> sentences =
        Sentences.of(request.text(), WrittenWords.of(request.text()), language);
    Reading reading = Reading.in(language);
    var narration = new Narration();
    Future<Void> spoken = Future.succeededFuture();
    for (int i = 0; i < sentences.size(); i++) {
      int number = i;
      Sentence sentence = sentences.get(i);
      spoken =
          spoken
              .compose(before -> unlessCancelled(work))
              .compose(before -> engine.say(Utterance.of(sentence, reading)))
              .map(
                  said -> {
                    narration.add(sentence, said);
                    if (number + 1 < sentences.size()) {
                      narration.pause(pauseAfter(sentence) / request.rate());
                    }
                    work.progress((number + 1.0) / sentences.size());
                    return null;
                  });
    }
    return spoken.compose(done -> heard(narration.spokenText()));
  }

  private static Future<SpokenText> heard(SpokenText spoken) {
    return spoken.sound().peak() > 0
        ? Future.succeededFuture(spoken)
        : Future.failedFuture(
            ServiceFailure.unavailable("The voice had nothing to say for this text"));
  }

  private double pauseAfter(Sentence sentence) {
    return (sentence.endsParagraph() ? paragraphPause : sentencePause).toMillis() / 1000.0;
  }

  private static Future<Void> unlessCancelled(TaskContext work) {
    return work.cancelled()
        ? Future.failedFuture(
            new ServiceFailure(FailureCode.CANCELLED, "The narration was cancelled"))
        : Future.succeededFuture();
  }
}
