package io.moneyprinter.speech.azure;

import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.microsoft.Ssml;
import io.moneyprinter.speech.remote.Line;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the public Speech SDK for JavaScript sends to Azure's synthesis over WebSocket: who asks,
 * what is wanted, and the text (microsoft/cognitive-services-speech-sdk-js: {@code
 * SpeechSynthesisConnectionFactory}, {@code SynthesisAdapterBase}, {@code SynthesisContext}, {@code
 * SpeechConnectionMessage}, {@code WebsocketMessageFormatter}). Words' times are told on this way
 * only, not by the REST interface.
 */
final class AzureMessages {
  static final int SAMPLE_RATE = 24_000;

  /** Bytes of markup of one piece: about ten minutes of speech are the most that is answered. */
  static final int MOST_BYTES = 6000;

  private AzureMessages() {}

  static List<String> of(Line line, String request, Instant now) {
    String time = now.truncatedTo(ChronoUnit.MILLIS).toString();
    return List.of(
        message("speech.config", "application/json", request, time, config().encode()),
        message("synthesis.context", "application/json", request, time, context().encode()),
        message("ssml", "application/ssml+xml", request, time, document(line)));
  }

  static String document(Line line) {
    return line.markup() == null
        ? Ssml.of(line.text(), line.language(), line.voice(), line.rate())
        : Ssml.marked(line.markup(), line.language(), line.voice(), line.rate());
  }

  private static String message(
      String path, String type, String request, String time, String body) {
    return "Path: %s\r\nX-RequestId: %s\r\nX-Timestamp: %s\r\nContent-Type: %s\r\n\r\n%s"
        .formatted(path, request, time, type, body);
  }

  private static JsonObject config() {
    return new JsonObject()
        .put(
            "context",
            new JsonObject()
                .put("system", new JsonObject().put("name", "moneyprinter").put("version", "1")));
  }

  private static JsonObject context() {
    var metadata =
        new JsonObject()
            .put("bookmarkEnabled", false)
            .put("punctuationBoundaryEnabled", false)
            .put("sentenceBoundaryEnabled", false)
            .put("sessionEndEnabled", true)
            .put("visemeEnabled", false)
            .put("wordBoundaryEnabled", true);
    var audio =
        new JsonObject()
            .put("metadataOptions", metadata)
            .put("outputFormat", "raw-24khz-16bit-mono-pcm");
    return new JsonObject()
        .put(
            "synthesis",
            new JsonObject()
                .put("audio", audio)
                .put("language", new JsonObject().put("autoDetection", false)));
  }

  /** Reads {@code GET /cognitiveservices/voices/list} (REST reference). */
  static List<Voice> voices(JsonArray answer) {
    List<Voice> voices = new ArrayList<>();
    for (Object entry : answer) {
      if (entry instanceof JsonObject voice) {
        voices.add(
            new Voice(
                AzureProvider.ID + ":" + voice.getString("ShortName"),
                voice.getString("DisplayName", voice.getString("ShortName")),
                voice.getString("Locale", ""),
                voice.getString("Gender", "unknown").toLowerCase(Locale.ROOT),
                false));
      }
    }
    return voices;
  }
}
