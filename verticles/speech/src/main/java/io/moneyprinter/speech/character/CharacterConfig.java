package io.moneyprinter.speech.character;

import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.speech.remote.RemoteSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service of speaking characters in the manner of CharacterBox and Character.AI, which publish no
 * interface: what its requests and answers are called is set here.
 */
public record CharacterConfig(
    @Setting(doc = "Address that requests are posted to; absent for no such provider")
        Optional<String> baseUrl,
    @Setting(
            doc = "Key, or several separated by commas, written env:NAME or file:/path",
            secret = true)
        Optional<String> apiKey,
    @Setting(doc = "Header that carries the key", value = "Authorization") String keyHeader,
    @Setting(
            doc = "Word before the key in its header, such as Bearer or Token; absent for none",
            value = "Bearer")
        Optional<String> keyPrefix,
    @Setting(doc = "Field of the request that holds the text", value = "text") String textField,
    @Setting(doc = "Field of the request that names the voice", value = "voice_id")
        String voiceField,
    @Setting(doc = "Field of the request for the speed, 0.5 to 2; absent when it has none")
        Optional<String> speedField,
    @Setting(
            doc =
                "JSON pointer into the answer, to sound in Base64 or to the address of a sound file;"
                    + " absent when the answer is the sound itself")
        Optional<String> audioPointer,
    @Setting(doc = "Names of its voices to list; any other may be asked for too")
        List<String> voices,
    @Setting(doc = "Characters of the longest text it takes", value = "2000", min = 100)
        int longestText,
    @Setting(doc = "Longest wait for one answer", value = "60s") Duration timeout) {
  public CharacterConfig {
    baseUrl = RemoteSettings.address(baseUrl);
    apiKey = RemoteSettings.present(apiKey);
    keyPrefix = RemoteSettings.present(keyPrefix);
    speedField = RemoteSettings.present(speedField);
    audioPointer = RemoteSettings.present(audioPointer);
    voices = List.copyOf(voices);
    audioPointer.ifPresent(CharacterConfig::check);
  }

  private static void check(String pointer) {
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "audio-pointer must be a JSON pointer such as /data/audio, not " + pointer);
    }
  }
}
