package io.moneyprinter.gateway.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.storage.Blob;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read by three implementations, with and without the fields of ZIP64. */
class ZipRecordsTest {
  private static final Instant TIME = Instant.parse("2026-03-04T05:06:08Z");
  private static final List<String> NAMES =
      List.of("Größe ☕/video.mp4", "日本/captions.srt", "leer.txt");
  private static final List<String> TEXTS = List.of("a film of some length", "1\n00:00", "");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {0xffffffffL, 10, 0})
  void everyProgramReadsIt(long largest) throws Exception {
    byte[] zip = zip(new ZipRecords(largest));

    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (int n = 0; n < NAMES.size(); n++) {
        ZipEntry entry = stream.getNextEntry();
        assertThat(entry.getName()).isEqualTo(NAMES.get(n));
        assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo(TEXTS.get(n));
      }
      assertThat(stream.getNextEntry()).isNull();
    }
    Path file = Files.write(folder.resolve("all.zip"), zip);
    try (java.util.zip.ZipFile read = new java.util.zip.ZipFile(file.toFile())) {
      assertThat(read.stream().map(ZipEntry::getName)).containsExactlyElementsOf(NAMES);
    }
    try (ZipFile read = ZipFile.builder().setPath(file).get()) {
      for (int n = 0; n < NAMES.size(); n++) {
        ZipArchiveEntry entry = read.getEntry(NAMES.get(n));
        assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        assertThat(entry.getUnixMode()).isEqualTo(0100644);
        assertThat(new String(read.getInputStream(entry).readAllBytes(), UTF_8))
            .isEqualTo(TEXTS.get(n));
      }
    }
  }

  private static byte[] zip(ZipRecords records) {
    Buffer out = Buffer.buffer();
    Buffer directory = Buffer.buffer();
    for (int n = 0; n < NAMES.size(); n++) {
      byte[] bytes = TEXTS.get(n).getBytes(UTF_8);
      CRC32 crc = new CRC32();
      crc.update(bytes);
      Blob blob = new Blob("0".repeat(64), bytes.length, "text/plain");
      ZipMember member = new ZipMember(NAMES.get(n), blob, TIME);
      directory.appendBuffer(records.central(member, (int) crc.getValue(), out.length()));
      out.appendBuffer(records.local(member, (int) crc.getValue())).appendBytes(bytes);
    }
    Buffer end = records.end(NAMES.size(), out.length(), directory.length());
    return out.appendBuffer(directory).appendBuffer(end).getBytes();
  }
}
