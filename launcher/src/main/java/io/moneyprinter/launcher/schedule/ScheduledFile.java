package io.moneyprinter.launcher.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.batch.BatchFile;
import io.moneyprinter.launcher.make.BriefFile;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;

/** What a file says is to be made: one video, or a batch. */
public record ScheduledFile(Path file) {
  /** Puts it into the body of an order; what is wrong with the file is told by name and line. */
  public void into(ObjectNode order) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      order.put("csv", BatchFile.read(file).content());
    } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      order.set("batch", list(BatchFile.read(file)));
    } else if (name.endsWith(".json") && isBatch(BatchFile.read(file))) {
      order.set("batch", tree(BatchFile.read(file).content(), 1));
    } else {
      order.set("brief", brief());
    }
  }

  private JsonNode brief() {
    BriefFile.Content content = BriefFile.read(file);
    if (content.folder().isPresent()) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          file
              + ": a folder is read by the machine that makes the video, so materials.folder cannot"
              + " be scheduled; name an imported collection in materials.collection");
    }
    // The node fills a template in, and has to know what was written down.
    return content.brief().template() == null
        ? RecordJson.wire().valueToTree(content.brief())
        : tree(content.keys(), 1);
  }

  private boolean isBatch(BatchFile read) {
    JsonNode tree = tree(read.content(), 1);
    return read.format() == BatchFormat.JSON && (tree.isArray() || tree.has("rows"));
  }

  private ArrayNode list(BatchFile read) {
    ArrayNode rows = RecordJson.wire().createArrayNode();
    Iterator<String> lines = read.content().lines().iterator();
    for (int line = 1; lines.hasNext(); line++) {
      String text = lines.next();
      if (!text.isBlank()) {
        rows.add(tree(text, line));
      }
    }
    return rows;
  }

  private JsonNode tree(String json, int line) {
    try {
      return RecordJson.strict().readTree(json);
    } catch (JsonProcessingException e) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          "%s line %d: no JSON: %s"
              .formatted(file, line - 1 + e.getLocation().getLineNr(), e.getOriginalMessage()));
    }
  }
}
