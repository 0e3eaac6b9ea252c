package io.moneyprinter.launcher.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.make.BriefFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The brief that all rows of a batch change.
 *
 * @param brief as written: what it leaves out stays open
 * @param folder pictures and clips of the user's own
 */
public record BaseFile(ObjectNode brief, Optional<Path> folder) {
  public static final BaseFile NONE =
      new BaseFile(RecordJson.strict().createObjectNode(), Optional.empty());

  /** Reads YAML or JSON; faults are told as {@link BriefFile} tells them. */
  public static BaseFile read(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (!yaml && !name.endsWith(".json")) {
      throw new ServiceFailure(
          FailureCode.INVALID, file + ": the base has to be YAML or JSON, such as base.yaml");
    }
    BriefFile.Content content = BriefFile.read(file);
    try {
      JsonNode tree =
          (yaml ? RecordJson.strict(new YAMLFactory()) : RecordJson.strict())
              .readTree(file.toFile());
      ObjectNode brief = tree.deepCopy();
      if (brief.get("materials") instanceof ObjectNode materials) {
        materials.remove("folder");
      }
      return new BaseFile(brief, content.folder());
    } catch (IOException e) {
      throw new ServiceFailure(FailureCode.RESOURCE, file + " cannot be read: " + e.getMessage());
    }
  }

  /** The same with its folder as an imported collection, as JSON. */
  public String with(Optional<String> collection) {
    ObjectNode copy = brief.deepCopy();
    collection.ifPresent(id -> copy.withObject("/materials").put("collection", id));
    return copy.toString();
  }
}
