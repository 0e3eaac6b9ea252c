package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.provider.SpeechRequest;
import io.moneyprinter.speech.provider.SpokenText;
import io.moneyprinter.speech.provider.Unwatched;
import io.vertx.core.Future;
import java.time.Duration;

/** Asks remote providers in tests. */
public final class Remotes {
  private Remotes() {}

  public static RemoteSpeech shared(Node node, WordTimes times) {
    return new RemoteSpeech(node, times, Duration.ofMillis(200));
  }

  /** Has the provider's voice of that name say it. */
  public static Future<SpokenText> say(
      SpeechProvider provider, String voice, String text, double rate) {
    Voice found = provider.voice(provider.id() + ":" + voice).orElseThrow();
    return provider.speak(new SpeechRequest(text, "en", found, rate), Unwatched.work());
  }

  public static Future<SpokenText> say(SpeechProvider provider, String voice, String text) {
    return say(provider, voice, text, 1);
  }
}
