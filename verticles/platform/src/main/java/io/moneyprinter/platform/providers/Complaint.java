package io.moneyprinter.platform.providers;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * What a provider itself says about an error.
 *
 * @param message for people, one line; may be empty
 * @param param the request's field at fault; may be empty
 * @param code the provider's own code or type; may be empty
 */
public record Complaint(String message, String param, String code) {
  private static final int LONGEST = 300;

  /**
   * Reads an error's body in whichever of the usual places it says something: {@code error.message}
   * (OpenAI, Anthropic, Google), {@code error} as text (Ollama), {@code detail} as text, as a list
   * or with a {@code message} (FastAPI, ElevenLabs), {@code message}. A body that is no JSON says
   * nothing, unless it is text that begins with {@code [ERROR} (Pixabay).
   */
  public static Complaint of(Buffer body) {
    try {
      JsonNode tree = RecordJson.wire().readTree(body == null ? new byte[0] : body.getBytes());
      JsonNode error = (tree.isArray() ? tree.path(0) : tree).path("error");
      JsonNode detail = tree.path("detail");
      String message =
          firstText(
              error.path("message"),
              error,
              detail.path("message"),
              detail,
              detail.path(0).path("msg"),
              tree.path("message"));
      return new Complaint(
          clipped(message),
          firstText(error.path("param")),
          firstText(
              error.path("code"), error.path("status"), error.path("type"), detail.path("status")));
    } catch (IOException e) {
      String text = body.getString(0, Math.min(body.length(), LONGEST));
      return new Complaint(text.startsWith("[ERROR") ? clipped(text) : "", "", "");
    }
  }

  private static String firstText(JsonNode... places) {
    for (JsonNode place : places) {
      if (place.isTextual() && !place.asText().isBlank()) {
        return place.asText();
      }
    }
    return "";
  }

  /** The first line of a text, not too long to print. */
  public static String clipped(String text) {
    String line = String.valueOf(text).strip().lines().findFirst().orElse("");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** Whether the account is used up, which no waiting mends: OpenAI's and its followers' codes. */
  boolean usedUp() {
    return code.equals("insufficient_quota")
        || code.equals("quota_exceeded")
        || code.equals("billing_error");
  }

  String sentence() {
    return message.isEmpty() ? "" : " (it says: " + message + ")";
  }
}
