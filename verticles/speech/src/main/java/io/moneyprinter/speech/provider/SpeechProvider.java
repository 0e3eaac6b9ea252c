package io.moneyprinter.speech.provider;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** An engine or service that turns text into speech. Safe to use from any thread. */
public interface SpeechProvider {
  /** One lower-case word; the first part of its voices' ids. */
  String id();

  /** Changes whenever the same request would sound different. */
  String version();

  /** All voices, the best of each language first. */
  List<Voice> voices();

  /** A voice by its id, letter case aside; some providers have more than they list. */
  default Optional<Voice> voice(String id) {
    return voices().stream().filter(voice -> voice.id().equalsIgnoreCase(id)).findFirst();
  }

  /** The voice for a language when none is asked for; empty when it is not spoken at all. */
  Optional<Voice> voiceFor(String language);

  /** Looks whether its voices are still the same; called now and then, and soon after the start. */
  default Future<Void> refresh() {
    return Future.succeededFuture();
  }

  /** Whether a voice reads just these marks in a text; what it does not read has to be left out. */
  default boolean reads(SpeechMarkup markup, Voice voice) {
    return false;
  }

  /**
   * Speaks a text.
   *
   * @param work hears of the progress, and is asked between sentences whether to go on
   * @return fails with {@code INVALID} when the text cannot be read by the voice, with {@code
   *     CANCELLED} when the work was cancelled, with any other code when another provider may
   *     succeed
   */
  Future<SpokenText> speak(SpeechRequest request, TaskContext work);

  /** Whether it is left alone at present, because it kept failing. */
  default boolean resting() {
    return false;
  }

  /** Fails, with the reason, while the provider cannot be expected to speak. */
  Future<Void> check();

  /** Frees all that the provider holds. */
  Future<Void> close();
}
