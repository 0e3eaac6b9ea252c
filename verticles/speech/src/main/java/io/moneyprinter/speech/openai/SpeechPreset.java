package io.moneyprinter.speech.openai;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.provider.LanguageTag;
import java.util.List;
import java.util.Optional;

/**
 * A server with OpenAI's form of speech ({@code POST /audio/speech}), and what is its own.
 *
 * @param id one lower-case word
 * @param title for people
 * @param baseUrl of the public service; empty for what people run themselves
 * @param model the usual one; empty where it is named with the voice, before the last colon
 * @param limit characters of one piece
 * @param paid whether characters cost something
 * @param ownTimes whether {@code /dev/captioned_speech} tells the words' times (Kokoro-FastAPI)
 * @param voices that are known
 */
record SpeechPreset(
    String id,
    String title,
    Optional<String> baseUrl,
    String model,
    int limit,
    boolean paid,
    boolean ownTimes,
    List<Voice> voices) {
  /** OpenAI's API reference, Audio, Create speech. */
  static final SpeechPreset OPENAI =
      new SpeechPreset(
          "openai",
          "OpenAI's voices",
          Optional.of("https://api.openai.com/v1"),
          "gpt-4o-mini-tts",
          4096,
          true,
          false,
          List.of(
              voice("openai", "alloy", "unknown"),
              voice("openai", "coral", "female"),
              voice("openai", "ash", "male"),
              voice("openai", "ballad", "male"),
              voice("openai", "echo", "male"),
              voice("openai", "fable", "male"),
              voice("openai", "nova", "female"),
              voice("openai", "onyx", "male"),
              voice("openai", "sage", "female"),
              voice("openai", "shimmer", "female"),
              voice("openai", "verse", "male")));

  /** Kokoro behind remsky/Kokoro-FastAPI or another server of that form. */
  static final SpeechPreset KOKORO =
      new SpeechPreset(
          "kokoro",
          "the Kokoro server",
          Optional.empty(),
          "kokoro",
          2000,
          false,
          true,
          KokoroVoices.all());

  /** Chatterbox behind travisvn/chatterbox-tts-api. */
  static final SpeechPreset CHATTERBOX =
      new SpeechPreset(
          "chatterbox",
          "the Chatterbox server",
          Optional.empty(),
          "chatterbox",
          3000,
          false,
          false,
          List.of(voice("chatterbox", "default", "unknown")));

  /** SiliconFlow's API reference, Create speech request. */
  static final SpeechPreset SILICONFLOW =
      new SpeechPreset(
          "siliconflow",
          "SiliconFlow's voices",
          Optional.of("https://api.siliconflow.cn/v1"),
          "",
          2000,
          true,
          false,
          List.of(
              cosy("alex", "male"),
              cosy("benjamin", "male"),
              cosy("charles", "male"),
              cosy("david", "male"),
              cosy("anna", "female"),
              cosy("bella", "female"),
              cosy("claire", "female"),
              cosy("diana", "female")));

  private static Voice cosy(String name, String gender) {
    return voice("siliconflow", "FunAudioLLM/CosyVoice2-0.5B:" + name, gender);
  }

  private static Voice voice(String provider, String name, String gender) {
    return new Voice(provider + ":" + name, name, LanguageTag.ANY, gender, false);
  }
}
