package io.moneyprinter.content.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places of the form {@code {{name}}} in the texts of a JSON tree. Pure. */
final class Slots {
  private static final Pattern SLOT = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private Slots() {}

  /** Calls with the pointer to the text, and the name, of every place. */
  static void each(JsonNode node, String pointer, BiConsumer<String, String> found) {
    if (node.isTextual()) {
      SLOT.matcher(node.textValue()).results().forEach(r -> found.accept(pointer, r.group(1)));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      each(node.get(i), pointer + "/" + i, found);
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      each(field.getValue(), pointer + "/" + MappingFault.escaped(field.getKey()), found);
    }
  }

  /**
   * The tree with all places filled in, in one pass: braces of a value stay what they are. A text
   * that is nothing but one place becomes the value itself, a number where it is one; without a
   * value it is left out, key and all.
   *
   * @param values of the variables that have one
   */
  static JsonNode filled(JsonNode node, Map<String, VariableValue> values) {
    if (node.isTextual()) {
      return filled(node.textValue(), values);
    }
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object
          .fields()
          .forEachRemaining(
              field -> {
                JsonNode value = filled(field.getValue(), values);
                if (!value.isMissingNode()) {
                  copy.set(field.getKey(), value);
                }
              });
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      for (JsonNode element : array) {
        JsonNode value = filled(element, values);
        if (!value.isMissingNode()) {
          copy.add(value);
        }
      }
      return copy;
    }
    return node;
  }

  private static JsonNode filled(String text, Map<String, VariableValue> values) {
    Matcher whole = SLOT.matcher(text);
    if (whole.matches()) {
      VariableValue value = values.get(whole.group(1));
      return value == null ? RecordJson.wire().missingNode() : RecordJson.wire().valueToTree(value);
    }
    return TextNode.valueOf(
        SLOT.matcher(text)
            .replaceAll(
                slot -> {
                  VariableValue value = values.get(slot.group(1));
                  return value == null ? "" : Matcher.quoteReplacement(value.text());
                }));
  }
}
