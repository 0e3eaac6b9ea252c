package io.moneyprinter.speech.microsoft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moneyprinter.speech.align.HeardWord;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the bodies of {@code audio.metadata} messages, which tell when a word begins in units of
 * 100 nanoseconds.
 */
public final class WordBoundaries {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double TICKS_A_SECOND = 1e7;

  private WordBoundaries() {}

  /** The words of one message; {@code IllegalArgumentException} when it cannot be read. */
  public static List<HeardWord> read(String body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Word boundaries that are not JSON", e);
    }
    List<HeardWord> words = new ArrayList<>();
    for (JsonNode entry : root.path("Metadata")) {
      if (entry.path("Type").asText().equals("WordBoundary")) {
        JsonNode data = entry.path("Data");
        double start = data.path("Offset").asDouble() / TICKS_A_SECOND;
        double end = start + data.path("Duration").asDouble() / TICKS_A_SECOND;
        words.add(new HeardWord(unescaped(data.path("text").path("Text").asText()), start, end));
      }
    }
    return words;
  }

  /** The service hands back words as they stood in the markup. */
  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }
}
