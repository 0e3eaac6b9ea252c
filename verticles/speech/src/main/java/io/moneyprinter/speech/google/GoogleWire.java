package io.moneyprinter.speech.google;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.speech.Voice;
import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.SoundReader;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteSound;
import io.moneyprinter.speech.text.WrittenWord;
import io.moneyprinter.speech.text.WrittenWords;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bodies of Google Cloud's {@code v1beta1/text:synthesize} and {@code v1/voices} (its REST
 * reference). A mark before each word brings back the moment when that word begins.
 */
final class GoogleWire {
  private static final int RATE = 24_000;

  private GoogleWire() {}

  static Buffer request(Line line) {
    // A document of the author's own goes as it is; its words are found in the sound.
    boolean marks = takesMarks(line.voice()) && line.markup() == null;
    var voice = new JsonObject().put("languageCode", language(line));
    if (!line.voice().equals(language(line))) {
      voice.put("name", line.voice());
    }
    var body =
        new JsonObject()
            .put("input", input(line, marks))
            .put("voice", voice)
            .put(
                "audioConfig",
                new JsonObject()
                    .put("audioEncoding", "LINEAR16")
                    .put("sampleRateHertz", RATE)
                    .put("speakingRate", line.rate()));
    if (marks) {
      body.put("enableTimePointing", new JsonArray().add("SSML_MARK"));
    }
    return body.toBuffer();
  }

  private static JsonObject input(Line line, boolean marks) {
    if (line.markup() != null) {
      return new JsonObject().put("ssml", "<speak>" + line.markup() + "</speak>");
    }
    return marks
        ? new JsonObject().put("ssml", marked(line.text()))
        : new JsonObject().put("text", line.text());
  }

  /** Its newest voices read plain text only. */
  static boolean takesMarks(String voice) {
    return !voice.contains("Chirp") && !voice.contains("Journey");
  }

  /** A voice's name begins with its language and region; one without a name is just those. */
  private static String language(Line line) {
    String[] parts = line.voice().split("-");
    return parts.length > 1 ? parts[0] + "-" + parts[1] : line.voice();
  }

  /** Bytes of a text with its marks, which is what the service counts. */
  static int bytes(String text) {
    return marked(text).getBytes(StandardCharsets.UTF_8).length;
  }

  static String marked(String text) {
    var marked = new StringBuilder("<speak>");
    int at = 0;
    int number = 0;
    for (WrittenWord word : WrittenWords.of(text)) {
      marked.append(escaped(text.substring(at, word.from())));
      marked.append("<mark name=\"").append(number++).append("\"/>");
      marked.append(escaped(word.text()));
      at = word.to();
    }
    return marked.append("</speak>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " ");
  }

  static RemoteSound sound(JsonObject answer, Line line) {
    byte[] audio = RemoteHttp.sound(answer.getString("audioContent"));
    return RemoteSound.contained(
        Buffer.buffer(audio), heard(answer, line.text(), audio), line.rate());
  }

  /** A word ends where the next one begins, the last with the sound. */
  private static List<HeardWord> heard(JsonObject answer, String text, byte[] audio) {
    Map<Integer, Double> starts = new TreeMap<>();
    for (Object entry : answer.getJsonArray("timepoints", new JsonArray())) {
      if (entry instanceof JsonObject point && point.getString("markName", "").matches("\\d+")) {
        starts.put(
            Integer.valueOf(point.getString("markName")), point.getDouble("timeSeconds", 0.0));
      }
    }
    List<WrittenWord> words = WrittenWords.of(text);
    List<HeardWord> heard = new ArrayList<>();
    double end = starts.isEmpty() ? 0 : length(audio);
    for (int i = words.size() - 1; i >= 0; i--) {
      Double start = starts.get(i);
      if (start != null) {
        heard.add(0, new HeardWord(words.get(i).text(), start, Math.max(start, end)));
        end = start;
      }
    }
    return heard;
  }

  private static double length(byte[] audio) {
    try {
      Sound sound = SoundReader.read(audio);
      return sound.seconds();
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.unavailable(
          "It answered with something that is not sound: " + e.getMessage());
    }
  }

  static List<Voice> voices(JsonObject answer) {
    List<Voice> voices = new ArrayList<>();
    for (Object entry : answer.getJsonArray("voices", new JsonArray())) {
      if (entry instanceof JsonObject voice) {
        String name = voice.getString("name", "");
        String language = voice.getJsonArray("languageCodes", new JsonArray().add("")).getString(0);
        String gender = voice.getString("ssmlGender", "").toLowerCase(Locale.ROOT);
        voices.add(
            new Voice(
                GoogleProvider.ID + ":" + name,
                name,
                language,
                gender.matches("female|male") ? gender : "unknown",
                false));
      }
    }
    return voices;
  }
}
