package io.moneyprinter.video.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The stored files that a specification names, wherever in it they stand. */
public final class Inputs {
  private Inputs() {}

  /** All of them, each once, sorted by key. */
  public static Collection<Blob> of(Record... specs) {
    Map<String, Blob> found = new TreeMap<>();
    for (Record spec : specs) {
      if (spec != null) {
        collect(RecordJson.wire().valueToTree(spec), found);
      }
    }
    return found.values();
  }

  private static void collect(JsonNode node, Map<String, Blob> found) {
    String key = node.path("key").asText();
    if (node.path("size").isIntegralNumber() && node.has("mediaType") && Blob.isKey(key)) {
      found.put(key, new Blob(key, node.get("size").asLong(), node.get("mediaType").asText()));
    }
    node.forEach(child -> collect(child, found));
  }
}
