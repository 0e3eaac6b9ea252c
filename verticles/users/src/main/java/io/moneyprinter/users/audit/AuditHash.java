package io.moneyprinter.users.audit;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.platform.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a record: SHA-256 over the 32 bytes of the hash before it and the record in one form
 * only. That is: the sequence and the time in microseconds since 1970 as 64-bit numbers; then id,
 * action, outcome, tenant, actor, target, address and correlation id, each with its length in bytes
 * before it as a 32-bit number (-1 for an absent one) in UTF-8; then the number of details and, by
 * name in order, name and value of each in the same way. Numbers are big-endian.
 */
final class AuditHash {
  static final int BYTES = 32;

  private AuditHash() {}

  /**
   * @param entry its hashes are not looked at
   */
  static byte[] of(byte[] previous, AuditEntry entry) {
    MessageDigest digest = Sha256.begin();
    digest.update(previous);
    return digest.digest(canonical(entry));
  }

  private static byte[] canonical(AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(entry.sequence());
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
      text(out, entry.id());
      text(out, entry.action());
      text(out, entry.outcome().name());
      text(out, entry.tenant());
      text(out, entry.actor());
      text(out, entry.target());
      text(out, entry.address());
      text(out, entry.correlationId());
      out.writeInt(entry.details().size());
      for (Map.Entry<String, String> detail : new TreeMap<>(entry.details()).entrySet()) {
        text(out, detail.getKey());
        text(out, detail.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
