package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.Violation;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** Finds text that no database keeps: U+0000 and halves of surrogate pairs. */
final class StorableText {
  private StorableText() {}

  /** The first place that has such text. */
  static Optional<Violation> fault(JsonNode tree) {
    return fault(tree, "");
  }

  private static Optional<Violation> fault(JsonNode node, String pointer) {
    if (node.isTextual() && !storable(node.textValue())) {
      return Optional.of(
          new Violation(pointer, "holds a character that is no text (U+0000 or half of one)"));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      Optional<Violation> inside = fault(node.get(i), pointer + "/" + i);
      if (inside.isPresent()) {
        return inside;
      }
    }
    Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (!storable(field.getKey())) {
        return Optional.of(new Violation(pointer, "has a key that is no text"));
      }
      Optional<Violation> inside = fault(field.getValue(), pointer + "/" + field.getKey());
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static boolean storable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
  }
}
