package io.moneyprinter.speech.mary;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.Narrator;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenSentence;
import io.moneyprinter.speech.provider.SpokenText;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * English from the jars alone, with exact word times. The engine is loaded by the first use or by
 * {@link #load}; each thread that speaks has a voice object of its own.
 */
public final class MaryProvider implements SpeechProvider {
  public static final String ID = "mary";

  private static final Logger LOG = LoggerFactory.getLogger(MaryProvider.class);
  private static final Voice SLT =
      new Voice(ID + ":" + MaryVoice.NAME, "SLT, United States", "en-US", "female", true);

  private final WorkerPools pools;
  private final Narrator narrator;
  private final Queue<MaryVoice> idle = new ConcurrentLinkedQueue<>();
  private Future<MaryMarkup> loading;

  public MaryProvider(WorkerPools pools, Narrator narrator) {
    this.pools = pools;
    this.narrator = narrator;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "marytts-5.2.1-a " + narrator.version();
  }

  @Override
  public List<Voice> voices() {
    return List.of(SLT);
  }

  @Override
  public Optional<Voice> voiceFor(String language) {
    return LanguageTag.sameLanguage(language, SLT.language()) ? Optional.of(SLT) : Optional.empty();
  }

  /** Loads the engine, some seconds of work, unless that was done; a failure is tried again. */
  public Future<Void> load() {
    return markup().mapEmpty();
  }

  private synchronized Future<MaryMarkup> markup() {
    if (loading == null || loading.failed()) {
      loading = pools.run(Pool.MEDIA, this::loaded);
    }
    return loading;
  }

  @Override
  public Future<SpokenText> speak(SpeechRequest request, TaskContext work) {
    if (!EnglishLetters.prevailIn(request.text())) {
      return Future.failedFuture(EnglishLetters.refusal());
    }
    return markup()
        .compose(
            markup ->
                narrator.narrate(
                    request,
                    sentence ->
                        pools.run(Pool.MEDIA, () -> say(markup, sentence.spoken(), request.rate())),
                    work));
  }

  @Override
  public synchronized Future<Void> check() {
    return loading != null && loading.failed()
        ? Future.failedFuture(ServiceFailure.unavailable(String.valueOf(loading.cause())))
        : Future.succeededFuture();
  }

  /** Waits for the engine while it is being loaded, which cannot be interrupted. */
  @Override
  public synchronized Future<Void> close() {
    Future<?> loaded = loading == null ? Future.succeededFuture() : loading;
    return loaded.transform(
        any -> {
          idle.clear();
          return Future.succeededFuture();
        });
  }

  private MaryMarkup loaded() throws Exception {
    long began = System.nanoTime();
    var markup = new MaryMarkup(new Pronunciations());
    idle.add(new MaryVoice(markup));
    LOG.debug("English voice loaded in {} ms", (System.nanoTime() - began) / 1_000_000);
    return markup;
  }

  private SpokenSentence say(MaryMarkup markup, List<String> spoken, double rate) throws Exception {
    MaryVoice free = idle.poll();
    MaryVoice voice = free == null ? new MaryVoice(markup) : free;
    SpokenSentence said = voice.say(spoken);
    // After a failure the voice is in an unknown state and is not used again.
    idle.add(voice);
    return said.at(rate);
  }
}
