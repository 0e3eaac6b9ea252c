package io.moneyprinter.speech.provider;

import io.moneyprinter.speech.text.Utterance;
import io.vertx.core.Future;

/** Speaks one sentence at a time. */
@FunctionalInterface
public interface SentenceEngine {
  Future<SpokenSentence> say(Utterance sentence);
}
