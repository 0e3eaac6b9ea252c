package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.vertx.core.Future;

/** The way to one provider's voices: asks for one line in the provider's own wire format. */
public interface RemoteVoice {
  /**
   * Has a line spoken.
   *
   * @return fails with {@code INVALID} when a setting is wrong, {@code QUOTA} when the account is
   *     used up, {@code UNAVAILABLE} or {@code TIMEOUT} when a later try may succeed
   */
  Future<RemoteSound> say(Line line);

  /**
   * Whether a voice reads just these marks.
   *
   * @param voice as the provider knows it
   */
  default boolean reads(SpeechMarkup markup, String voice) {
    return false;
  }

  /** Fails, with the reason, while there is no use in asking. */
  default Future<Void> check() {
    return Future.succeededFuture();
  }

  /** Frees what the way needs. */
  default Future<Void> close() {
    return Future.succeededFuture();
  }
}
