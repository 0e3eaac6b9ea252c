package io.moneyprinter.speech;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.Synthesize;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.speech.provider.Candidate;
import io.moneyprinter.speech.provider.GuardedProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.VoiceChoice;
import io.vertx.core.Future;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks a text with the voice that is asked for; when its provider fails, with the next one that
 * speaks the language. What was spoken before is not spoken again. The answer says who spoke.
 */
final class TtsCoordinator {
  private static final Logger LOG = LoggerFactory.getLogger(TtsCoordinator.class);

  private static final double SLOWEST = 0.5;
  private static final double FASTEST = 2.0;

  private final VoiceChoice choice;
  private final SpeechStore store;
  private final int longestText;

  /**
   * @param longestText characters of the longest text that is spoken
   */
  TtsCoordinator(VoiceChoice choice, SpeechStore store, int longestText) {
    this.choice = choice;
    this.store = store;
    this.longestText = longestText;
  }

  Future<Speech> synthesize(Synthesize wanted, TaskContext work) {
    List<Candidate> candidates;
    try {
      check(wanted);
      candidates = choice.candidates(wanted.voice(), wanted.language());
    } catch (ServiceFailure refusal) {
      return Future.failedFuture(refusal);
    }
    return tryFrom(0, candidates, wanted, work);
  }

  private Future<Speech> tryFrom(
      int index, List<Candidate> candidates, Synthesize wanted, TaskContext work) {
    Candidate candidate = candidates.get(index);
    return speak(candidate, wanted, work)
        .recover(
            cause -> {
              if (index + 1 == candidates.size() || !GuardedProvider.isProvidersFault(cause)) {
                return Future.failedFuture(cause);
              }
              LOG.warn(
                  "{} did not speak ({}); {} is tried",
                  candidate.voice().id(),
                  cause.getMessage(),
                  candidates.get(index + 1).voice().id());
              return tryFrom(index + 1, candidates, wanted, work);
            });
  }

  private Future<Speech> speak(Candidate candidate, Synthesize wanted, TaskContext work) {
    var request =
        new SpeechRequest(wanted.text(), wanted.language(), candidate.voice(), wanted.rate());
    return store
        .recall(candidate.provider(), request)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : candidate
                        .provider()
                        .speak(request, work)
                        .compose(spoken -> store.keep(candidate.provider(), request, spoken)));
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
