package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.NarrationMarks.Passage;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.text.Lexicon;
import io.moneyprinter.speech.text.WrittenWords;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Has a scene spoken by all who speak in it, with its pauses, and as the lexicon says. Each part is
 * spoken, and remembered, as if it stood alone. Safe to use from any thread.
 */
public final class SceneSpeaker {
  /** Speaks a text with one voice. */
  @FunctionalInterface
  public interface OneVoice {
    Future<Speech> speak(Synthesize wanted, TaskContext work);

    /** Whether the voice that is asked first reads these marks, and is given them. */
    default boolean reads(Synthesize wanted, SpeechMarkup markup) {
      return false;
    }
  }

  private final OneVoice voice;
  private final Lexicons lexicons;
  private final SceneMixer mixer;

  /**
   * @param lexicons each tenant's
   */
  public SceneSpeaker(OneVoice voice, Lexicons lexicons, SceneMixer mixer) {
    this.voice = voice;
    this.lexicons = lexicons;
    this.mixer = mixer;
  }

  /** The speech of all words; its word times are of the text as it is written, marks left out. */
  public Future<Speech> speak(Synthesize wanted, TaskContext work) {
    String tenant = CallContext.currentOrSystem().tenant();
    return lexicons.of(tenant, wanted.language()).compose(entries -> speak(wanted, entries, work));
  }

  private Future<Speech> speak(Synthesize wanted, Map<String, String> entries, TaskContext work) {
    Passages passages;
    try {
      passages = new Passages(wanted, entries, voice);
      passages.check();
    } catch (ServiceFailure refusal) {
      return Future.failedFuture(refusal);
    }
    List<Passage> all = passages.all();
    List<SpokenPassage> spoken = new ArrayList<>();
    Future<Void> said = Future.succeededFuture();
    for (int i = 0; i < all.size(); i++) {
      Passage passage = all.get(i);
      var part = new PartOfWork(work, i, all.size());
      boolean only = all.size() == 1;
      said =
          said.compose(before -> say(passage, passages, only, part))
              .map(
                  one -> {
                    spoken.add(one);
                    return null;
                  });
    }
    return said.compose(done -> mixer.mix(spoken, passages));
  }

  private Future<SpokenPassage> say(
      Passage passage, Passages passages, boolean only, TaskContext work) {
    Lexicon.Spelled spelled = passages.spelled(passage);
    boolean wordless = spelled.text().codePoints().noneMatch(Character::isLetterOrDigit);
    if (wordless && !only) {
      List<WordTiming> silent =
          WrittenWords.of(spelled.text()).stream()
              .map(word -> new WordTiming(word.text(), word.from(), word.to(), 0, 0))
              .toList();
      return Future.succeededFuture(
          new SpokenPassage(passage, null, inWhole(passage, spelled.asWritten(silent))));
    }
    return voice
        .speak(passages.request(passage, spelled), work)
        .map(
            speech ->
                new SpokenPassage(
                    passage, speech, inWhole(passage, spelled.asWritten(speech.words()))));
  }

  /** Words of a part with their places in the whole text. */
  private static List<WordTiming> inWhole(Passage passage, List<WordTiming> words) {
    return words.stream()
        .map(
            word ->
                new WordTiming(
                    word.text(),
                    word.from() + passage.from(),
                    word.to() + passage.from(),
                    word.start(),
                    word.end()))
        .toList();
  }
}
