package io.moneyprinter.speech.openai;

import io.moneyprinter.speech.align.HeardWord;
import io.moneyprinter.speech.remote.Line;
import io.moneyprinter.speech.remote.RemoteHttp;
import io.moneyprinter.speech.remote.RemoteSound;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The bodies of OpenAI's {@code POST /audio/speech} (API reference, Audio) and of Kokoro-FastAPI's
 * {@code POST /dev/captioned_speech} (its README), which tells words as well.
 */
final class SpeechRequests {
  private static final double SLOWEST = 0.25;
  private static final double FASTEST = 4;

  private final String model;

  /**
   * @param model empty where it is named with the voice, before the last colon
   */
  SpeechRequests(String model) {
    this.model = model;
  }

  /** What a line is spoken at: models that are led by words know no speed. */
  double rate(Line line) {
    return model.startsWith("gpt-") ? 1 : Math.max(SLOWEST, Math.min(FASTEST, line.rate()));
  }

  /** The body of a request for WAV. */
  Buffer speech(Line line) {
    return body(line).toBuffer();
  }

  /** The body of a request for WAV and the times of the words. */
  Buffer captioned(Line line) {
    return body(line).put("stream", false).put("return_timestamps", true).toBuffer();
  }

  private JsonObject body(Line line) {
    int colon = line.voice().lastIndexOf(':');
    boolean named = model.isEmpty() && colon > 0;
    var body =
        new JsonObject()
            .put("model", named ? line.voice().substring(0, colon) : model)
            .put("input", line.text())
            .put("voice", line.voice())
            .put("response_format", "wav");
    if (rate(line) != 1) {
      body.put("speed", rate(line));
    }
    return body;
  }

  /** The sound and words of a captioned answer. */
  RemoteSound captions(JsonObject answer, Line line) {
    List<HeardWord> heard = new ArrayList<>();
    for (Object entry : answer.getJsonArray("timestamps", new JsonArray())) {
      if (entry instanceof JsonObject word) {
        heard.add(
            new HeardWord(
                word.getString("word", ""),
                word.getDouble("start_time", 0.0),
                word.getDouble("end_time", 0.0)));
      }
    }
    return RemoteSound.contained(
        Buffer.buffer(RemoteHttp.sound(answer.getString("audio"))), heard, rate(line));
  }
}
