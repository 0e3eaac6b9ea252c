package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A key whose dots lead into objects, such as {@code music.mood}.
 *
 * @param name as written
 */
record DottedKey(String name) {
  /** Sets a value; false, and nothing set, when something else stands in its way. */
  boolean put(ObjectNode target, JsonNode value) {
    String[] steps = name.split("\\.", -1);
    ObjectNode at = target;
    for (int i = 0; i < steps.length - 1; i++) {
      JsonNode next = at.get(steps[i]);
      if (next == null) {
        next = at.putObject(steps[i]);
      }
      if (!(next instanceof ObjectNode object)) {
        return false;
      }
      at = object;
    }
    String last = steps[steps.length - 1];
    if (at.has(last)) {
      return false;
    }
    at.set(last, value);
    return true;
  }

  /** The same as a JSON pointer (RFC 6901). */
  String pointer() {
    return "/" + name.replace("~", "~0").replace("/", "~1").replace('.', '/');
  }
}
