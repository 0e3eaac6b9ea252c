package io.moneyprinter.launcher.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which stored files are meant: those of a video, or some by their keys. */
final class StorageTarget {
  private StorageTarget() {}

  static boolean isKey(String text) {
    return Blob.isKey(text);
  }

  /** The body of a request about them. */
  static String body(CommandSpec spec, List<String> targets, String reason) {
    ObjectNode body = RecordJson.wire().createObjectNode().put("reason", reason);
    if (targets.size() == 1 && isId(targets.get(0))) {
      return body.put("video", targets.get(0)).toString();
    }
    for (String target : targets) {
      if (!isKey(target)) {
        throw new ParameterException(
            spec.commandLine(), "'" + target + "' is neither one video nor the key of a file");
      }
    }
    targets.forEach(body.putArray("keys")::add);
    return body.toString();
  }

  private static boolean isId(String text) {
    try {
      return UUID.fromString(text).toString().equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
