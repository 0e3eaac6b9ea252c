package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Absence;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CleanupReport;
import io.moneyprinter.codecs.storage.CleanupReport.Removed;
import io.moneyprinter.codecs.storage.ExplainAbsence;
import io.moneyprinter.codecs.storage.SetHolds;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes, when, and what never does. */
class CleanupTest {
  private static final Duration LONG = Duration.ofDays(365);

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
                folder, engines.freshDatabases(), engines.redisUri(), server, Duration.ofHours(1));
      };

  @AfterEach
  void close() {
    rig.close();
    server.close();
  }

  @Test
  void filesGoByClassAndTierAndNeverWhatIsHeldNamedOrStillSomebodys() throws IOException {
    Blob piece = old("acme", "piece", StorageClass.TEMPORARY, Duration.ofHours(25));
    Blob fresh = old("acme", "fresh", StorageClass.TEMPORARY, Duration.ofHours(23));
    Blob video = old("acme", "video", StorageClass.RESULTS, Duration.ofDays(31));
    Blob recent = old("acme", "recent", StorageClass.RESULTS, Duration.ofDays(29));
    Blob poor = old("poor", "poor", StorageClass.RESULTS, Duration.ofDays(8));
    Blob voice = old("acme", "voice", StorageClass.PARTS, LONG);
    Blob poorVoice = old("poor", "poor voice", StorageClass.PARTS, Duration.ofDays(2));
    Blob clip = old("acme", "clip", StorageClass.MATERIALS, LONG);
    Blob held = old("acme", "held", StorageClass.RESULTS, LONG);
    Blob named = old("acme", "named", StorageClass.RESULTS, LONG);
    rig.named().add(named.key());
    Blob shared = rig.store("poor", "shared", StorageClass.RESULTS);
    old("acme", "shared", StorageClass.PARTS, LONG);
    answer(
        StorageMessages.SET_HOLDS.ask(
            rig.bus(), new SetHolds(List.of(held.key()), "Case 12"), CallContext.system("acme")));

    CleanupReport dry = rig.clean(true);
    assertThat(dry.removed()).containsExactly(new Removed("expired", 4, 5 + 5 + 4 + 10));
    assertThat(dry.named()).isEqualTo(1);
    assertThat(dry.examples())
        .containsExactlyInAnyOrder(piece.key(), video.key(), poor.key(), poorVoice.key());
    assertThat(rig.entries()).hasSize(11);
    assertThat(server.file("packed")).exists();

    CleanupReport done = rig.clean(false);
    assertThat(done.removed()).isEqualTo(dry.removed());
    assertThat(rig.entries())
        .containsExactlyInAnyOrder(
            fresh.key(),
            recent.key(),
            voice.key(),
            clip.key(),
            held.key(),
            named.key(),
            shared.key());
    assertThat(failure(rig.find(piece)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(CleanupRig.files(folder.resolve("blobs"))).hasSize(7);
    assertThat(CleanupRig.files(folder.resolve("vault"))).as("voice and shared").hasSize(2);
    assertThat(CleanupRig.files(server.file("packed"))).as("results").hasSize(4);
    assertThat(rig.count("holder WHERE tenant = 'poor'")).as("is done with the shared").isZero();
    for (Blob gone : List.of(piece, video)) {
      Absence absence =
          answer(
              StorageMessages.EXPLAIN_ABSENCE.ask(
                  rig.bus(), new ExplainAbsence(gone.key()), CallContext.system("acme")));
      assertThat(absence.reason()).isEqualTo(Absence.Reason.EXPIRED);
    }
    assertThat(rig.count("past_holder WHERE tenant = 'poor'"))
        .as("the shared one too")
        .isEqualTo(3);
    rig.store("acme", "video", StorageClass.RESULTS);
    assertThat(rig.count("past_holder WHERE tenant = 'acme' AND blob_key = '" + video.key() + "'"))
        .as("stored again")
        .isZero();
    assertThat(rig.clean(false).removed()).isEmpty();
    assertThat(
            rig.node()
                .node()
                .meters()
                .get("storage.cleanup.files")
                .tag("reason", "expired")
                .counter()
                .count())
        .isEqualTo(4);
  }

  @Test
  void segmentsUsedLongestAgoGoUntilTheOthersFit() {
    Blob oldest = old("acme", "a".repeat(400), StorageClass.SEGMENTS, Duration.ofDays(4));
    Blob wanted = old("acme", "b".repeat(400), StorageClass.SEGMENTS, Duration.ofDays(3));
    Blob second = old("acme", "c".repeat(400), StorageClass.SEGMENTS, Duration.ofDays(2));
    Blob newer = old("acme", "d".repeat(400), StorageClass.SEGMENTS, Duration.ofDays(1));
    Blob justNow = rig.store("acme", "e".repeat(150), StorageClass.SEGMENTS);
    rig.named().add(wanted.key());

    assertThat(rig.clean(false).removed()).containsExactly(new Removed("over-budget", 2, 800));

    assertThat(rig.entries())
        .containsExactlyInAnyOrder(wanted.key(), newer.key(), justNow.key())
        .doesNotContain(oldest.key(), second.key());
  }

  @Test
  void whatNobodyCanBeAskedAboutStays() {
    Blob piece = old("acme", "piece", StorageClass.TEMPORARY, LONG);
    rig.named().add(CleanupRig.AWAY);

    assertThat(failure(rig.cleaning(false)).code()).isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(answer(rig.find(piece))).isEqualTo(piece);
  }

  @Test
  void oneNodeCleansUpAtATimeAndAnotherTakesOverWhenItDied() {
    Blob piece = old("acme", "piece", StorageClass.TEMPORARY, LONG);
    rig.sql("UPDATE cleanup SET node = 'other', fence = 7, until = now() + interval '1 m'");

    ServiceFailure busy = failure(rig.cleaning(false));
    assertThat(busy.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(busy.getMessage()).contains("other");
    assertThat(rig.entries()).contains(piece.key());

    rig.sql("UPDATE cleanup SET until = now() - interval '1 s'");
    rig.clean(false);
    assertThat(rig.entries()).isEmpty();
    assertThat(rig.count("cleanup WHERE fence = 8 AND node <> 'other'")).isEqualTo(1);
  }

  @Test
  void theSameBytesStoredWhileTheyAreBeingRemovedAreThereAgain() throws IOException {
    Blob video = old("acme", "video", StorageClass.RESULTS, Duration.ofDays(31));
    rig.sql("UPDATE blob SET deleting_at = now()");
    rig.sql("DELETE FROM holder");
    answer(rig.node().node().redis().api().flushdb(List.of()));
    assertThat(failure(rig.find(video)).code()).isEqualTo(FailureCode.NOT_FOUND);
    for (Path object : CleanupRig.files(server.file("packed"))) {
      Files.delete(object);
    }

    rig.store("globex", "video", StorageClass.RESULTS);
    rig.clean(false);
    rig.node().evict(video);

    assertThat(rig.node().read(video)).as("from the bucket").asString().isEqualTo("video");
  }

  private Blob old(String tenant, String text, StorageClass as, Duration age) {
    Blob blob = rig.store(tenant, text, as);
    rig.age(blob, age);
    return blob;
  }
}
