package io.moneyprinter.speech.character;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.provider.SpeechProvider;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteProvider;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.remote.RemoteSpeech;
import io.moneyprinter.speech.remote.RemoteTraits;
import io.moneyprinter.speech.remote.RemoteVoice;
import io.moneyprinter.speech.remote.VoiceBook;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service of speaking characters whose fields are set (see {@link CharacterConfig}): JSON with
 * text and voice goes out; sound, sound in JSON, or the address of a sound file on the same host
 * comes back.
 */
public final class CharacterProvider implements RemoteVoice {
  public static final String ID = "character";

  private final ProviderClient client;
  private final ProviderClient files;
  private final CharacterConfig config;
  private final String address;

  private CharacterProvider(ProviderClient client, ProviderClient files, CharacterConfig config) {
    this.client = client;
    this.files = files;
    this.config = config;
    this.address = config.baseUrl().orElseThrow();
  }

  /** Makes the provider, for which an address has to be set. */
  public static SpeechProvider open(CharacterConfig config, RemoteSpeech shared) {
    Duration limit = config.timeout();
    String title = "the character service";
    KeyPlace place =
        new KeyPlace.Header(
            config.keyHeader(), config.keyPrefix().map(prefix -> prefix + " ").orElse(""));
    var voice =
        new CharacterProvider(
            RemoteHttp.client(shared.node(), ID, title, config.apiKey(), place, limit),
            // Files are fetched without the key, which is none of a file server's business.
            RemoteHttp.client(shared.node(), ID + "-files", title, Optional.empty(), place, limit),
            config);
    String version = "character-1 " + config.baseUrl().orElseThrow();
    return new RemoteProvider(
        RemoteTraits.counting(ID, ID, version, config.longestText(), true),
        voice,
        VoiceBook.open(ID, config.voices().stream().map(CharacterProvider::voice).toList()),
        shared);
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    return client
        .send(ProviderRequest.postJson(address, request(line)), answer -> answer)
        .compose(this::audio)
        .map(audio -> RemoteSound.contained(audio, List.of(), rate(line)));
  }

  private double rate(Line line) {
    return config.speedField().isPresent() ? line.rate() : 1;
  }

  private Buffer request(Line line) {
    var body =
        new JsonObject()
            .put(config.textField(), line.text())
            .put(config.voiceField(), line.voice());
    config.speedField().ifPresent(field -> body.put(field, line.rate()));
    return body.toBuffer();
  }

  private Future<Buffer> audio(ProviderResponse answer) {
    if (config.audioPointer().isEmpty()) {
      return Future.succeededFuture(answer.body());
    }
    String pointer = config.audioPointer().get();
    try {
      Object found = JsonPointer.from(pointer).queryJson(RemoteHttp.object(answer));
      if (!(found instanceof String text)) {
        throw ServiceFailure.unavailable("Its answer has no text at " + pointer);
      }
      return text.startsWith("http://") || text.startsWith("https://")
          ? file(text)
          : Future.succeededFuture(Buffer.buffer(RemoteHttp.sound(text)));
    } catch (ServiceFailure failure) {
      return Future.failedFuture(failure);
    }
  }

  /** An answer must not make this node fetch from wherever it likes. */
  private Future<Buffer> file(String link) {
    String host = URI.create(address).getHost();
    String other = URI.create(link).getHost();
    boolean near = other != null && (other.equals(host) || sameDomain(other, host));
    return near
        ? files.send(ProviderRequest.get(link), ProviderResponse::body)
        : Future.failedFuture(
            ServiceFailure.unavailable(
                "Its sound is at %s, which is not where the service is".formatted(other)));
  }

  private static boolean sameDomain(String one, String other) {
    String domain = other.substring(other.indexOf('.') + 1);
    return domain.contains(".") && !domain.matches("[0-9.]+") && one.endsWith("." + domain);
  }

  private static Voice voice(String name) {
    return new Voice(ID + ":" + name, name, LanguageTag.ANY, "unknown", false);
  }

  @Override
  public Future<Void> close() {
    client.close();
    files.close();
    return Future.succeededFuture();
  }
}
