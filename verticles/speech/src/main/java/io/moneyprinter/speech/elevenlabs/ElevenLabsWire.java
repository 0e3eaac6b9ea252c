package io.moneyprinter.speech.elevenlabs;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.provider.LanguageTag;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteSound;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies of ElevenLabs' {@code POST /v1/text-to-speech/{voice}/with-timestamps} and {@code GET
 * /v1/voices} (its API reference): the sound in Base64 and a time for every character.
 */
final class ElevenLabsWire {
  /** The speeds that its voices have. */
  private static final double SLOWEST = 0.7;

  private static final double FASTEST = 1.2;

  private final ElevenLabsConfig config;

  ElevenLabsWire(ElevenLabsConfig config) {
    this.config = config;
  }

  static double rate(Line line) {
    return Math.max(SLOWEST, Math.min(FASTEST, line.rate()));
  }

  Buffer request(Line line) {
    return new JsonObject()
        .put("text", line.text())
        .put("model_id", config.model())
        .put(
            "voice_settings",
            new JsonObject()
                .put("stability", config.stability())
                .put("similarity_boost", config.similarity())
                .put("style", 0)
                .put("use_speaker_boost", true)
                .put("speed", rate(line)))
        .toBuffer();
  }

  RemoteSound sound(JsonObject answer, Line line) {
    return RemoteSound.contained(
        Buffer.buffer(RemoteHttp.sound(answer.getString("audio_base64"))),
        heard(answer.getJsonObject("alignment")),
        rate(line));
  }

  /** Each character is told like a word. */
  private static List<HeardWord> heard(JsonObject alignment) {
    if (alignment == null) {
      return List.of();
    }
    JsonArray characters = alignment.getJsonArray("characters", new JsonArray());
    JsonArray starts = alignment.getJsonArray("character_start_times_seconds", new JsonArray());
    JsonArray ends = alignment.getJsonArray("character_end_times_seconds", new JsonArray());
    if (starts.size() != characters.size() || ends.size() != characters.size()) {
      throw ServiceFailure.unavailable("It answered with more characters than times");
    }
    List<HeardWord> heard = new ArrayList<>();
    for (int i = 0; i < characters.size(); i++) {
      if (!characters.getString(i).isBlank()) {
        heard.add(new HeardWord(characters.getString(i), starts.getDouble(i), ends.getDouble(i)));
      }
    }
    return heard;
  }

  static List<Voice> voices(JsonObject answer) {
    List<Voice> voices = new ArrayList<>();
    for (Object entry : answer.getJsonArray("voices", new JsonArray())) {
      if (entry instanceof JsonObject voice) {
        JsonObject labels = voice.getJsonObject("labels", new JsonObject());
        String gender = labels.getString("gender", "unknown");
        voices.add(
            new Voice(
                ElevenLabsProvider.ID + ":" + voice.getString("voice_id"),
                voice.getString("name", voice.getString("voice_id")),
                LanguageTag.ANY,
                gender.matches("female|male") ? gender : "unknown",
                false));
      }
    }
    return voices;
  }
}
