package io.moneyprinter.speech.google;

import io.moneyprinter.codecs.speech.SpeechMarkup;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The voices of Google Cloud Text-to-Speech, with the moment at which each word begins. */
public final class GoogleProvider implements RemoteVoice {
  public static final String ID = "google";

  /** Bytes of input that it takes at a time. */
  private static final int LIMIT = 5000;

  /** Languages whose usual voice it chooses itself, before its list is known. */
  private static final String USUAL =
      "en-US en-GB de-DE fr-FR es-ES es-US it-IT pt-BR pt-PT nl-NL pl-PL ru-RU uk-UA tr-TR sv-SE"
          + " da-DK nb-NO fi-FI cs-CZ el-GR hu-HU ro-RO ar-XA he-IL hi-IN bn-IN ta-IN te-IN th-TH"
          + " vi-VN id-ID fil-PH ja-JP ko-KR cmn-CN cmn-TW yue-HK";

  /** "Speech Synthesis Markup Language (SSML)", Cloud Text-to-Speech. */
  private static final Set<String> MARKS =
      Set.of("p", "s", "break", "prosody", "emphasis", "say-as", "sub", "phoneme", "lang", "mark");

  private final ProviderClient client;
  private final String address;

  private GoogleProvider(ProviderClient client, String address) {
    this.client = client;
    this.address = address;
  }

  /** Makes the provider, for which a key has to be set. */
  public static SpeechProvider open(GoogleConfig config, RemoteSpeech shared) {
    ProviderClient client =
        RemoteHttp.client(
            shared.node(),
            ID,
            "Google Cloud Text-to-Speech",
            config.apiKey(),
            KeyPlace.header("x-goog-api-key"),
            config.timeout());
    var voice = new GoogleProvider(client, config.baseUrl().orElseThrow());
    return new RemoteProvider(
        new RemoteTraits(ID, ID, "google-1", GoogleWire::bytes, LIMIT, true),
        voice,
        new FetchedVoices(ID, usual(), true, voice::list),
        shared);
  }

  @Override
  public boolean reads(SpeechMarkup markup, String voice) {
    return GoogleWire.takesMarks(voice) && MARKS.containsAll(markup.elements());
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    return client.send(
        ProviderRequest.postJson(address + "/v1beta1/text:synthesize", GoogleWire.request(line)),
        answer -> GoogleWire.sound(RemoteHttp.object(answer), line));
  }

  private Future<List<Voice>> list() {
    return client.send(
        ProviderRequest.get(address + "/v1/voices"),
        answer -> GoogleWire.voices(RemoteHttp.object(answer)));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }

  private static List<Voice> usual() {
    return Arrays.stream(USUAL.split(" "))
        .map(tag -> new Voice(ID + ":" + tag, "usual voice", tag, "unknown", false))
        .toList();
  }
}
