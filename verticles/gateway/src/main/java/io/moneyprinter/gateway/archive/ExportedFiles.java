package io.moneyprinter.gateway.archive;

import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The files of one export as they stand in its ZIP, and the manifest that tells what they are. */
final class ExportedFiles {
  private static final int VERSION = 1;

  /** The manifest comes last, as nobody knows how much there is before it was read. */
  private static final String MANIFEST = "manifest.json";

  private final String tenant;
  private final String subject;
  private final boolean wholeTenant;
  private final Instant at = Instant.now();
  private final ZipRecords records = new ZipRecords();
  private final Buffer directory = Buffer.buffer();
  private final List<Manifest.File> listed = new ArrayList<>();
  private long written;
  private int count;

  private record Manifest(
      int version,
      Instant exportedAt,
      String tenant,
      String subject,
      String of,
      List<String> kinds,
      List<File> files) {
    private record File(
        String name, String kind, String service, int rows, long bytes, String sha256) {}
  }

  ExportedFiles(String tenant, String subject, boolean wholeTenant) {
    this.tenant = tenant;
    this.subject = subject;
    this.wholeTenant = wholeTenant;
  }

  static List<ExportKind> kinds(boolean wholeTenant) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> wholeTenant || kind.personal())
        .toList();
  }

  /** A page as a file of JSON lines; nothing where it has no rows. */
  Buffer rows(ExportKind kind, int number, List<String> rows) {
    if (rows.isEmpty()) {
      return Buffer.buffer();
    }
    String name = "%s/%s-%05d.jsonl".formatted(kind.service(), kind.word(), number);
    byte[] bytes = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    Blob blob = blob(bytes, "application/jsonl");
    listed.add(
        new Manifest.File(
            name, kind.word(), kind.service(), rows.size(), bytes.length, blob.key()));
    return member(name, blob, bytes);
  }

  /** Kinds without rows have no file, and stand in the manifest all the same. */
  Buffer manifest() {
    Manifest manifest =
        new Manifest(
            VERSION,
            at,
            tenant,
            subject,
            wholeTenant ? "tenant" : "person",
            kinds(wholeTenant).stream().map(ExportKind::word).toList(),
            listed);
    byte[] bytes =
        RecordJson.wire().valueToTree(manifest).toPrettyString().getBytes(StandardCharsets.UTF_8);
    return member(MANIFEST, blob(bytes, "application/json"), bytes);
  }

  Buffer end() {
    return Buffer.buffer()
        .appendBuffer(directory)
        .appendBuffer(records.end(count, written, directory.length()));
  }

  private Buffer member(String name, Blob blob, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    int crc = (int) sum.getValue();
    ZipMember member = new ZipMember(name, blob, at);
    directory.appendBuffer(records.central(member, crc, written));
    Buffer out = records.local(member, crc).appendBytes(bytes);
    written += out.length();
    count++;
    return out;
  }

  private static Blob blob(byte[] bytes, String mediaType) {
    return new Blob(Sha256.hex(bytes), bytes.length, mediaType);
  }
}
