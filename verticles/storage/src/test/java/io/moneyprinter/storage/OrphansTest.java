package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CheckStorage;
import io.moneyprinter.codecs.storage.StorageCheck;
import io.moneyprinter.codecs.storage.StorageCheck.Leftover;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files that the books do not have, and entries whose file is nowhere. */
class OrphansTest {
  @TempDir private Path folder;
  private S3Server server;
  private CleanupRig rig;

  @RegisterExtension
  private final BeforeEachCallback start =
      test -> {
        TestEngines engines = TestEngines.of(test);
        server = new S3Server();
        rig =
            CleanupRig.start(
                folder,
                engines.freshDatabases(),
                engines.redisUri(),
                server,
                Duration.ofSeconds(1));
      };

  @AfterEach
  void close() {
    rig.close();
    server.close();
  }

  @Test
  void leftoversAreToldAndRemovedAfterAGraceAndWhatIsKnownStays() throws IOException {
    Blob kept = rig.store("acme", "kept", StorageClass.RESULTS);
    Blob voice = rig.store("acme", "voice", StorageClass.PARTS);
    Blob lost = rig.store("acme", "lost", StorageClass.MATERIALS);
    Files.delete(rig.node().node().blobs().path(lost));
    rig.sql("UPDATE place SET since = now() - interval '1 h'");
    String key = "ab".repeat(32);
    String object = "packed/ab/ab/" + key + "-0123456789abcdef";
    Path plain = file(folder.resolve("blobs/ab/ab/" + key));
    Path stray = file(folder.resolve("blobs/ab/notes.txt"));
    Path sealed = file(folder.resolve("vault").resolve(object));
    Path part = file(folder.resolve("vault/packed/.part-1234"));
    Path outgoing = file(folder.resolve("outbox").resolve(key + "-0123456789abcdef"));
    Path staged = file(folder.resolve("staging/old.head"));
    Path fresh = file(folder.resolve("staging/fresh.head"));
    Files.setLastModifiedTime(staged, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path inBucket = file(server.file(object));
    Path foreign = file(server.file("holiday/beach.jpg"));
    server.beginUpload("plain/ab/ab/" + key);

    Map<String, Long> found = check();

    assertThat(found)
        .containsOnly(
            Map.entry("plain", 2L),
            Map.entry("sealed", 2L),
            Map.entry("outgoing", 1L),
            Map.entry("staged", 1L),
            Map.entry("object", 1L),
            Map.entry("multipart", 1L),
            Map.entry("lost", 1L));
    assertThat(plain).as("within the grace").exists();

    rig.sql("UPDATE orphan SET seen_at = now() - interval '2 d'");
    Await.until("all of it is removed", Duration.ofSeconds(30), () -> rig.count("orphan") == 0);

    for (Path gone : new Path[] {plain, stray, sealed, part, outgoing, staged, inBucket}) {
      assertThat(gone).doesNotExist();
    }
    assertThat(fresh).exists();
    assertThat(foreign).exists();
    assertThat(server.openUploads()).isZero();
    assertThat(rig.entries()).containsExactlyInAnyOrder(kept.key(), voice.key());
    rig.node().evict(kept);
    rig.node().evict(voice);
    assertThat(rig.node().read(kept)).asString().isEqualTo("kept");
    assertThat(rig.node().read(voice)).asString().isEqualTo("voice");
  }

  @Test
  void whereMoreIsUnknownThanKnownNothingIsRemovedForTheBooksMayBeWhatWasLost() throws IOException {
    for (int i = 0; i < 12; i++) {
      rig.store("acme", "file " + i, StorageClass.MATERIALS);
    }
    rig.sql("DELETE FROM blob");

    assertThat(check()).containsOnly(Map.entry("plain", 12L));
    rig.sql("UPDATE orphan SET seen_at = now() - interval '2 d'");
    rig.sql("UPDATE orphan_scan SET done_at = NULL");
    Await.until(
        "it was looked through again",
        Duration.ofSeconds(30),
        () -> rig.count("orphan_scan WHERE done_at IS NULL") == 0);

    assertThat(CleanupRig.files(folder.resolve("blobs"))).hasSize(12);
  }

  private Map<String, Long> check() {
    StorageCheck check = answer(StorageMessages.CHECK.ask(rig.bus(), new CheckStorage()), 60);
    assertThat(check.places()).hasSize(3);
    assertThat(check.leftovers())
        .allSatisfy(
            each ->
                assertThat(each.removedFrom())
                    .isAfter(Instant.now().plus(Duration.ofHours(23)))
                    .isBefore(Instant.now().plus(Duration.ofHours(25))));
    return check.leftovers().stream().collect(Collectors.toMap(Leftover::kind, Leftover::files));
  }

  private static Path file(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "left over");
  }
}
