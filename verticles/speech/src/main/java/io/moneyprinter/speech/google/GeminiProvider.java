package io.moneyprinter.speech.google;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
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
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The speaking models of Google's Gemini, in the form of {@code models/…:generateContent} with
 * audio as the answer (Gemini API, Speech generation). They know no speed and tell no times.
 */
public final class GeminiProvider implements RemoteVoice {
  public static final String ID = "gemini";

  /** Characters that are asked for at a time: the model's voice wanders in longer answers. */
  private static final int LIMIT = 4000;

  private static final Pattern RATE = Pattern.compile("rate=(\\d+)");
  private static final int USUAL_RATE = 24_000;

  private static final String WOMEN =
      "Kore Zephyr Leda Aoede Callirrhoe Autonoe Despina Erinome Laomedeia Achernar Gacrux"
          + " Pulcherrima Vindemiatrix Sulafat";
  private static final String MEN =
      "Puck Charon Fenrir Orus Enceladus Iapetus Umbriel Algieba Algenib Rasalgethi Alnilam"
          + " Schedar Achird Zubenelgenubi Sadachbia Sadaltager";

  private final ProviderClient client;
  private final String address;

  private GeminiProvider(ProviderClient client, String address) {
    this.client = client;
    this.address = address;
  }

  /** Makes the provider, for which a key has to be set. */
  public static SpeechProvider open(GeminiConfig config, RemoteSpeech shared) {
    ProviderClient client =
        RemoteHttp.client(
            shared.node(),
            ID,
            "Gemini",
            config.apiKey(),
            KeyPlace.header("x-goog-api-key"),
            config.timeout());
    String address =
        config.baseUrl().orElseThrow() + "/models/" + config.model() + ":generateContent";
    return new RemoteProvider(
        RemoteTraits.counting(
            ID, ID + "/" + config.model(), "gemini-1 " + config.model(), LIMIT, true),
        new GeminiProvider(client, address),
        VoiceBook.of(voices()),
        shared);
  }

  @Override
  public Future<RemoteSound> say(Line line) {
    return client.send(
        ProviderRequest.postJson(address, request(line)),
        answer -> sound(RemoteHttp.object(answer)));
  }

  private static Buffer request(Line line) {
    var voice =
        new JsonObject()
            .put(
                "voiceConfig",
                new JsonObject()
                    .put("prebuiltVoiceConfig", new JsonObject().put("voiceName", line.voice())));
    var part = new JsonObject().put("text", line.text());
    return new JsonObject()
        .put(
            "contents",
            new JsonArray().add(new JsonObject().put("parts", new JsonArray().add(part))))
        .put(
            "generationConfig",
            new JsonObject()
                .put("responseModalities", new JsonArray().add("AUDIO"))
                .put("speechConfig", voice))
        .toBuffer();
  }

  private static RemoteSound sound(JsonObject answer) {
    JsonObject data;
    try {
      data =
          answer
              .getJsonArray("candidates")
              .getJsonObject(0)
              .getJsonObject("content")
              .getJsonArray("parts")
              .getJsonObject(0)
              .getJsonObject("inlineData");
    } catch (NullPointerException | IndexOutOfBoundsException | ClassCastException e) {
      throw ServiceFailure.unavailable("It answered without any sound");
    }
    if (data == null) {
      throw ServiceFailure.unavailable("It answered without any sound");
    }
    Matcher rate = RATE.matcher(data.getString("mimeType", ""));
    return new RemoteSound(
        Buffer.buffer(RemoteHttp.sound(data.getString("data"))),
        rate.find() ? Integer.parseInt(rate.group(1)) : USUAL_RATE,
        List.of(),
        1);
  }

  private static List<Voice> voices() {
    return Stream.concat(named(WOMEN, "female"), named(MEN, "male")).toList();
  }

  private static Stream<Voice> named(String names, String gender) {
    return Arrays.stream(names.split(" "))
        .map(name -> new Voice(ID + ":" + name, name, LanguageTag.ANY, gender, false));
  }

  @Override
  public Future<Void> close() {
    client.close();
    return Future.succeededFuture();
  }
}
