package io.moneyprinter.content.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The form that an answer should have. Models that can are held to it; the others only read of it
 * in their instructions, so an answer has to be checked all the same.
 *
 * @param name letters, digits and underscores
 * @param schema JSON Schema (draft 2020-12) of an object, with all properties required and no
 *     others allowed, as OpenAI's strict mode demands
 */
public record AnswerSchema(String name, JsonNode schema) {
  /** One of the shipped schemas. */
  public static AnswerSchema shipped(String name) {
    try (InputStream in = AnswerSchema.class.getResourceAsStream("/schemas/" + name + ".json")) {
      return new AnswerSchema(name, RecordJson.wire().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("The schema " + name + " cannot be read", e);
    }
  }
}
