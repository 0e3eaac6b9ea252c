package io.moneyprinter.speech.elevenlabs;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.speech.provider.LanguageTag;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The voices of ElevenLabs, the user's own among them, with a time for every character. */
public final class ElevenLabsProvider implements RemoteVoice {
  public static final String ID = "elevenlabs";

  /** Characters that its multilingual model takes at a time. */
  private static final int LIMIT = 5000;

  private static final List<Voice> KNOWN =
      List.of(
          voice("21m00Tcm4TlvDq8ikWAM", "Rachel", "female"),
          voice("JBFqnCBsd6RMkjVDRZzb", "George", "male"));

  private final ProviderClient client;
  private final ElevenLabsWire wire;
  private final String address;

  private ElevenLabsProvider(ProviderClient client, ElevenLabsConfig config) {
    this.client = client;
    this.wire = new ElevenLabsWire(config);
    this.address = config.baseUrl().orElseThrow();
  }

  /** Makes the provider, for which a key has to be set. */
  public static SpeechProvider open(ElevenLabsConfig config, RemoteSpeech shared) {
    ProviderClient client =
        RemoteHttp.client(
            shared.node(),
            ID,
            "ElevenLabs",
            config.apiKey(),
            KeyPlace.header("xi-api-key"),
            config.timeout());
    var voice = new ElevenLabsProvider(client, config);
    String version =
        "elevenlabs-1 %s %s %s".formatted(config.model(), config.stability(), config.similarity());
    return new RemoteProvider(
        RemoteTraits.counting(ID, ID + "/" + config.model(), version, LIMIT, true),
        voice,
        new FetchedVoices(ID, KNOWN, true, voice::list),
        shared);
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    String voice = URLEncoder.encode(line.voice(), StandardCharsets.UTF_8);
    String target =
        address + "/v1/text-to-speech/" + voice + "/with-timestamps?output_format=mp3_44100_128";
    return client.send(
        ProviderRequest.postJson(target, wire.request(line)),
        answer -> wire.sound(RemoteHttp.object(answer), line));
  }

  private Future<List<Voice>> list() {
    return client.send(
        ProviderRequest.get(address + "/v1/voices"),
        answer -> ElevenLabsWire.voices(RemoteHttp.object(answer)));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }

  private static Voice voice(String id, String name, String gender) {
    return new Voice(ID + ":" + id, name, LanguageTag.ANY, gender, false);
  }
}
