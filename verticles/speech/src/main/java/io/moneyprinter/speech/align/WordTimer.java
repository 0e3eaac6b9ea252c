package io.moneyprinter.speech.align;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.text.Utterance;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times every word of what a provider spoke: by the words that it told, else by a second reading of
 * the text through a voice with times of its own, else by the recording alone. There is always an
 * answer, and it counts from the recording itself, whatever rate it was spoken at. Safe to use from
 * any thread.
 */
public final class WordTimer {
  private static final Logger LOG = LoggerFactory.getLogger(WordTimer.class);

  private final WorkerPools pools;
  private final List<SpeechProvider> references;

  /**
   * @param references voices whose word times are exact, in the order in which they are asked
   */
  public WordTimer(WorkerPools pools, List<SpeechProvider> references) {
    this.pools = pools;
    this.references = List.copyOf(references);
  }

  /**
   * The words of what was said, with their times.
   *
   * @param request what the recording says
   * @param sound from the provider, all of it
   * @param heard the words that the provider told, in order; empty when it tells none
   */
  public Future<SpokenText> time(
      SpeechRequest request, Sound sound, List<HeardWord> heard, TaskContext work) {
    return pools
        .run(Pool.MEDIA, () -> aligner(request, sound))
        .compose(
            aligner ->
                pools
                    .run(Pool.MEDIA, () -> aligner.heard(heard))
                    .compose(
                        told ->
                            told.isPresent()
                                ? Future.succeededFuture(told.get())
                                : aligned(aligner, request, work)));
  }

  private static WordAligner aligner(SpeechRequest request, Sound sound) {
    Locale language = Locale.forLanguageTag(request.language());
    return new WordAligner(Utterance.of(request.text(), language), language, sound);
  }

  private Future<SpokenText> aligned(WordAligner aligner, SpeechRequest request, TaskContext work) {
    return reference(request, work)
        .compose(
            reference ->
                pools.run(
                    Pool.MEDIA, () -> reference.map(aligner::warped).orElseGet(aligner::anchored)));
  }

  /** A second reading; none when no voice can give one, which costs precision and nothing else. */
  private Future<Optional<SpokenText>> reference(SpeechRequest request, TaskContext work) {
    for (SpeechProvider provider : references) {
      Optional<Voice> voice = provider.voiceFor(request.language());
      if (voice.isPresent()) {
        var again = new SpeechRequest(request.text(), request.language(), voice.get(), 1);
        return provider
            .speak(again, new Silently(work))
            .map(Optional::of)
            .recover(
                cause -> {
                  LOG.debug("The words are timed without a second reading: {}", cause.toString());
                  return Future.succeededFuture(Optional.empty());
                });
      }
    }
    return Future.succeededFuture(Optional.empty());
  }

  /** Work whose progress is told by somebody else. */
  private record Silently(TaskContext work) implements TaskContext {
    @Override
    public void progress(double fraction) {
      // The recording is already there: nothing that anybody waits for.
    }

    @Override
    public boolean cancelled() {
      return work.cancelled();
    }

    @Override
    public void onCancel(Runnable stop) {
      work.onCancel(stop);
    }
  }
}
