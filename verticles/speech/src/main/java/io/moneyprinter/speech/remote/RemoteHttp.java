package io.moneyprinter.speech.remote;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.providers.ProviderSettings.SettingNames;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the providers that are reached over HTTP have in common. */
public final class RemoteHttp {
  private static final long SOUND_LIMIT = 64L << 20;

  private RemoteHttp() {}

  /**
   * The way to call a provider.
   *
   * @param id of the provider, under which its settings stand in {@code speech}
   * @param keys one or, separated by commas, several
   */
  public static ProviderClient client(
      Node node, String id, String title, Optional<String> keys, KeyPlace place, Duration limit) {
    String group = "speech." + id;
    return new ProviderClient(
        node.vertx(),
        node.meters(),
        new ProviderSettings(
            "tts-" + id,
            title,
            keys.map(RemoteHttp::split).orElse(List.of()),
            place,
            limit,
            SOUND_LIMIT,
            new SettingNames(
                group + ".api-key", group + ".base-url", group + ".timeout", "the voice")));
  }

  private static List<String> split(String keys) {
    return Arrays.stream(keys.split("[,\\s]+")).filter(key -> !key.isEmpty()).toList();
  }

  /** The body as a JSON object; {@code UNAVAILABLE} when it is none. */
  public static JsonObject object(ProviderResponse response) {
    try {
      return response.body().toJsonObject();
    } catch (DecodeException | ClassCastException e) {
      throw ServiceFailure.unavailable("It answered with something that is not its JSON");
    }
  }

  /** The body as a JSON array; {@code UNAVAILABLE} when it is none. */
  public static JsonArray array(ProviderResponse response) {
    try {
      return response.body().toJsonArray();
    } catch (DecodeException | ClassCastException e) {
      throw ServiceFailure.unavailable("It answered with something that is not its JSON");
    }
  }

  /** Sound in Base64; {@code UNAVAILABLE} when there is none. */
  public static byte[] sound(String base64) {
    if (base64 == null || base64.isEmpty()) {
      throw ServiceFailure.unavailable("It answered without any sound");
    }
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.unavailable("It answered with something that is not sound");
    }
  }
}
