package io.moneyprinter.launcher.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the command line says about variants of all rows. */
public final class VariantOptions {
  @Option(
      names = "--variant",
      paramLabel = "KEY=A,B",
      description = "Make each row with each of these values; a JSON list where they have commas")
  private Map<String, String> variants = new LinkedHashMap<>();

  /** The options as JSON; {@code null} without any. */
  public String matrix() {
    if (variants.isEmpty()) {
      return null;
    }
    ObjectNode matrix = RecordJson.strict().createObjectNode();
    variants.forEach((key, values) -> matrix.set(key, values(key, values)));
    return matrix.toString();
  }

  private static JsonNode values(String key, String values) {
    if (values.startsWith("[")) {
      try {
        return RecordJson.strict().readTree(values);
      } catch (JsonProcessingException e) {
        throw new ServiceFailure(
            FailureCode.INVALID, "--variant " + key + ": no JSON list: " + e.getOriginalMessage());
      }
    }
    ArrayNode list = RecordJson.strict().createArrayNode();
    for (String value : values.split(",", -1)) {
      list.add(scalar(value.strip()));
    }
    return list;
  }

  /** Numbers and truth values as such, all else as text. */
  private static JsonNode scalar(String value) {
    try {
      JsonNode read = RecordJson.strict().readTree(value);
      return read.isNumber() || read.isBoolean() ? read : TextNode.valueOf(value);
    } catch (JsonProcessingException text) {
      return TextNode.valueOf(value);
    }
  }
}
