package io.moneyprinter.users.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * How the log stood at some times, kept on this node's disk, out of reach of whoever may change the
 * database. One line each: sequence, hash, key's id, mark, time. Blocking.
 */
final class AuditCheckpoints {
  /** How the log stood. */
  record Checkpoint(long sequence, String hash, AuditKeys.Mark mark) {}

  private final Path file;

  AuditCheckpoints(Path folder) {
    this.file = folder.resolve("audit-checkpoints");
  }

  void add(AuditStore.Head head, AuditKeys keys, Instant at) throws IOException {
    AuditKeys.Mark mark = keys.mark(AuditChain.CHECKPOINT, head.hash());
    String line =
        String.join(
            " ",
            Long.toString(head.sequence()),
            SealedEntry.hex(head.hash()),
            mark.keyId(),
            HexFormat.of().formatHex(mark.bytes()),
            at.toString());
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        line + "\n",
        StandardCharsets.US_ASCII,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /** All of them; a line that a crash cut off is left out. */
  List<Checkpoint> read() throws IOException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    if (!Files.exists(file)) {
      return checkpoints;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
      String[] parts = line.split(" ");
      if (parts.length == 5 && parts[0].matches("\\d{1,18}") && parts[3].matches("[0-9a-f]{64}")) {
        checkpoints.add(
            new Checkpoint(
                Long.parseLong(parts[0]),
                parts[1],
                new AuditKeys.Mark(parts[2], HexFormat.of().parseHex(parts[3]))));
      }
    }
    return checkpoints;
  }
}
