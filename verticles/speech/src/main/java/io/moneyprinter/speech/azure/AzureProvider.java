package io.moneyprinter.speech.azure;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.speech.microsoft.NeuralVoices;
import io.moneyprinter.speech.microsoft.SpeechSocket;
import io.moneyprinter.speech.microsoft.Ssml;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.FetchedVoices;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteProvider;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.RemoteTraits;
import io.moneyprinter.speech.remote.RemoteVoice;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Microsoft's neural voices with a key of one's own, and the time of every word. */
public final class AzureProvider implements RemoteVoice {
  public static final String ID = "azure";

  private static final String KEY = "Ocp-Apim-Subscription-Key";

  /** "Speech Synthesis Markup Language (SSML) document structure", Azure AI Speech. */
  private static final Set<String> MARKS =
      Set.of(
          "p",
          "s",
          "break",
          "prosody",
          "emphasis",
          "say-as",
          "sub",
          "phoneme",
          "lang",
          "bookmark",
          "mstts:express-as",
          "mstts:silence");

  private static final int MOST_FRAME_BYTES = 4 << 20;

  private final Vertx vertx;
  private final AzureConfig config;
  private final WebSocketClient sockets;
  private final ProviderClient client;

  private AzureProvider(Vertx vertx, AzureConfig config, ProviderClient client) {
    this.vertx = vertx;
    this.config = config;
    this.client = client;
    this.sockets =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxFrameSize(MOST_FRAME_BYTES)
                .setMaxMessageSize(MOST_FRAME_BYTES)
                .setConnectTimeout((int) config.timeout().toMillis()));
  }

  /** Makes the provider, for which a key has to be set. */
  public static SpeechProvider open(AzureConfig config, RemoteSpeech shared) {
    ProviderClient client =
        RemoteHttp.client(
            shared.node(),
            ID,
            "Azure's voices",
            config.apiKey(),
            KeyPlace.header(KEY),
            config.timeout());
    var voice = new AzureProvider(shared.node().vertx(), config, client);
    return new RemoteProvider(
        new RemoteTraits(ID, ID, "azure-1", Ssml::bytes, AzureMessages.MOST_BYTES, true),
        voice,
        new FetchedVoices(ID, NeuralVoices.of(ID), true, voice::list),
        shared);
  }

  @Override
  public boolean reads(SpeechMarkup markup, String voice) {
    return MARKS.containsAll(markup.elements());
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    String id = UUID.randomUUID().toString().replace("-", "").toUpperCase(Locale.ROOT);
    var options =
        new WebSocketConnectOptions()
            .setAbsoluteURI(
                config.address().replaceFirst("^http", "ws")
                    + "/cognitiveservices/websocket/v1?X-ConnectionId="
                    + id)
            .putHeader(KEY, config.apiKey().orElse(""))
            .putHeader("X-ConnectionId", id)
            .setTimeout(config.timeout().toMillis());
    return sockets
        .connect(options)
        .recover(cause -> Future.failedFuture(AzureFailures.of(cause)))
        .compose(
            socket ->
                SpeechSocket.turn(
                    vertx,
                    socket,
                    "Azure",
                    AzureMessages.of(line, id, Instant.now()),
                    config.timeout()))
        .map(
            turn ->
                new RemoteSound(
                    turn.audio(), AzureMessages.SAMPLE_RATE, turn.words(), line.rate()));
  }

  private Future<List<Voice>> list() {
    return client.send(
        ProviderRequest.get(config.address() + "/cognitiveservices/voices/list"),
        answer -> AzureMessages.voices(RemoteHttp.array(answer)));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return sockets.close();
  }
}
