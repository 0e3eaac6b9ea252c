package io.moneyprinter.speech;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.SpeechMeters.Outcome;
import io.moneyprinter.speech.provider.Candidate;
import io.moneyprinter.speech.provider.Choice;
import io.moneyprinter.speech.provider.GuardedProvider;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.moneyprinter.speech.recording.RecordingProvider;
import io.moneyprinter.speech.scene.SceneSpeaker;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks a text with the voice that is asked for; when its provider fails, with the next one that
 * speaks the language. What was spoken before is not spoken again. The answer says who spoke, and
 * why it was not whom was asked for.
 */
final class TtsCoordinator implements SceneSpeaker.OneVoice {
  private static final Logger LOG = LoggerFactory.getLogger(TtsCoordinator.class);

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2.0;

  private final VoiceChoice choice;
  private final SpeechStore store;
  private final SpeechMeters meters;
  private final int longestText;

  /**
   * @param longestText characters of the longest text that is spoken
   */
  TtsCoordinator(VoiceChoice choice, SpeechStore store, SpeechMeters meters, int longestText) {
    this.choice = choice;
    this.store = store;
    this.meters = meters;
    this.longestText = longestText;
  }

  @Override
  public boolean reads(Synthesize wanted, SpeechMarkup markup) {
    String voice = RecordingProvider.within(wanted.voice(), wanted.collection());
    Candidate first = choice.choose(voice, wanted.language()).candidates().get(0);
    return first.provider().reads(markup, first.voice());
  }

  @Override
  public Future<Speech> speak(Synthesize wanted, TaskContext work) {
    return synthesize(wanted, work);
  }

  Future<Speech> synthesize(Synthesize wanted, TaskContext work) {
    Choice chosen;
    try {
      check(wanted);
      String voice = RecordingProvider.within(wanted.voice(), wanted.collection());
      chosen = choice.choose(voice, wanted.language());
    } catch (ServiceFailure refusal) {
      return Future.failedFuture(refusal);
    }
    List<String> reasons = new ArrayList<>();
    if (chosen.note() != null) {
      reasons.add(chosen.note());
    }
    return tryFrom(chosen.candidates(), wanted, work, reasons);
  }

  private Future<Speech> tryFrom(
      List<Candidate> candidates, Synthesize wanted, TaskContext work, List<String> reasons) {
    Candidate candidate = candidates.get(0);
    List<Candidate> others = candidates.subList(1, candidates.size());
    return speak(candidate, wanted, work)
        .compose(
            attempt -> {
              Throwable cause = attempt.failure();
              if (cause == null) {
                return Future.succeededFuture(noted(attempt.speech(), reasons));
              }
              if (others.isEmpty() || !GuardedProvider.isProvidersFault(cause)) {
                return Future.failedFuture(cause);
              }
              LOG.warn(
                  "{} did not speak ({}); {} is tried",
                  candidate.voice().id(),
                  cause.getMessage(),
                  others.get(0).voice().id());
              reasons.add(
                  "%s did not speak (%s)".formatted(candidate.voice().id(), cause.getMessage()));
              return tryFrom(others, wanted, work, reasons)
                  .recover(later -> Future.failedFuture(worse(cause, later)));
            });
  }

  /** That a substitute cannot read a text is no fault of the text, which was meant for another. */
  private static Throwable worse(Throwable first, Throwable later) {
    boolean substitutes =
        !GuardedProvider.isProvidersFault(later)
            && later instanceof ServiceFailure failure
            && !failure.violations().isEmpty();
    return substitutes ? first : later;
  }

  private static Speech noted(Speech speech, List<String> reasons) {
    return reasons.isEmpty()
        ? speech
        : speech.noting(
            "%s; %s spoke instead".formatted(String.join("; ", reasons), speech.voice()));
  }

  /**
   * What came of asking one provider. That the store is away is not among it: this fails, and the
   * step is tried again, because another voice would find the store no better.
   *
   * @param failure why the provider did not speak; {@code null} when it did
   */
  private record Attempt(Speech speech, Throwable failure) {}

  private Future<Attempt> speak(Candidate candidate, Synthesize wanted, TaskContext work) {
    SpeechProvider provider = candidate.provider();
    SpeechMarkup markup = wanted.markup() == null ? null : SpeechMarkup.parse(wanted.markup());
    boolean reads = markup != null && provider.reads(markup, candidate.voice());
    var request =
        new SpeechRequest(
            wanted.text(),
            wanted.language(),
            candidate.voice(),
            wanted.rate(),
            reads ? markup : null,
            part(provider, wanted));
    return store
        .recall(provider, request)
        .compose(
            known -> {
              if (known.isPresent()) {
                meters.count(provider, Outcome.CACHED);
                return Future.succeededFuture(new Attempt(known.get(), null));
              }
              return provider
                  .speak(request, work)
                  .onSuccess(spoken -> meters.spoken(provider, wanted.text()))
                  .onFailure(cause -> meters.count(provider, outcome(cause)))
                  .transform(
                      said ->
                          said.failed()
                              ? Future.succeededFuture(new Attempt(null, said.cause()))
                              : store
                                  .keep(provider, request, said.result())
                                  .map(speech -> new Attempt(speech, null)));
            });
  }

  /** Only a recording can have more in it than it was asked for. */
  private static SpeechRequest.Part part(SpeechProvider provider, Synthesize wanted) {
    return provider.id().equals(RecordingProvider.ID) && wanted.narrations().size() > 1
        ? new SpeechRequest.Part(wanted.narrations(), wanted.scene())
        : null;
  }

  private static Outcome outcome(Throwable cause) {
    return GuardedProvider.isProvidersFault(cause) ? Outcome.FAILED : Outcome.REFUSED;
  }

  private void check(Synthesize wanted) {
    if (wanted.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw ServiceFailure.invalid(
          "/text", "The text has no words that could be spoken; write at least one");
    }
    if (wanted.text().length() > longestText) {
      throw ServiceFailure.invalid(
          "/text",
          "The text has %d characters, and at most %d are spoken at once; split it into scenes, or raise speech.longestText"
              .formatted(wanted.text().length(), longestText));
    }
    if (!(wanted.rate() >= SLOWEST && wanted.rate() <= FASTEST)) {
      throw ServiceFailure.invalid(
          "/rate",
          "The rate has to be from %s to %s, and is %s".formatted(SLOWEST, FASTEST, wanted.rate()));
    }
  }
}
