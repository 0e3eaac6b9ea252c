package io.moneyprinter.speech.edge;

import io.moneyprinter.speech.microsoft.NeuralVoices;
import io.moneyprinter.speech.microsoft.Ssml;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.RemoteProvider;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.RemoteTraits;
import io.moneyprinter.speech.remote.VoiceBook;
import java.time.Clock;

/** Microsoft's neural voices as the browser Edge uses them: no key, no price, no promise. */
public final class EdgeProvider {
  public static final String ID = "edge";

  private static final RemoteTraits TRAITS =
      new RemoteTraits(ID, ID, "edge-1", Ssml::bytes, EdgeMessages.MOST_BYTES, false);

  private EdgeProvider() {}

  /** Makes the provider. */
  public static SpeechProvider open(EdgeConfig config, Clock clock, RemoteSpeech shared) {
    return new RemoteProvider(
        TRAITS,
        new EdgeClient(shared.node().vertx(), config, clock),
        VoiceBook.of(NeuralVoices.of(ID)),
        shared);
  }
}
