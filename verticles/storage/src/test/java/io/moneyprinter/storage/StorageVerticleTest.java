package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StorageVerticleTest {
  private static final StorageConfig USUAL = new StorageConfig(new DataSize(1), Duration.ofDays(1));

  /** SHA-256 of "abc", from FIPS 180-4. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String WORK = "w".repeat(64);

  @RegisterExtension final TestNode test = TestNode.withoutStorage();

  @Test
  void aCommittedFileIsNamedByItsContentAndLeavesTheStagingFolder() throws IOException {
    start(USUAL);
    StagedFile staged = staged("abc");

    Blob blob = answer(test.node().blobs().commit(staged, "text/plain", "test"));

    assertThat(blob).isEqualTo(new Blob(ABC, 3, "text/plain"));
    assertThat(test.node().blobs().path(blob))
        .hasContent("abc")
        .isEqualTo(test.node().data().blobs().resolve("ba/78/" + ABC));
    assertThat(staged.path()).doesNotExist();
    assertThat(find(ABC)).isEqualTo(blob);
  }

  @Test
  void theSameBytesTwiceAreOneFileAndTheFirstCommitSaysWhatTheyAre() throws IOException {
    start(USUAL);

    Blob first = commit("abc", "text/plain");
    Blob second = commit("abc", "text/csv");

    assertThat(second).isEqualTo(first);
    assertThat(stored()).hasSize(1);
    assertThat(staging()).isEmpty();
  }

  @Test
  void manyCommitsOfTheSameBytesAtOnceAllSucceed() throws IOException {
    start(USUAL);
    List<StagedFile> files = IntStream.range(0, 12).mapToObj(i -> staged("abc")).toList();

    answer(
        Future.all(
            files.stream()
                .map(file -> test.node().blobs().commit(file, "text/plain", "test"))
                .toList()));

    assertThat(stored()).hasSize(1);
    assertThat(staging()).isEmpty();
  }

  @Test
  void theTenantAndOriginOfTheCallAreOnTheRow() {
    start(USUAL);
    StagedFile staged = staged("abc");

    answer(
        StorageMessages.COMMIT.ask(
            bus(),
            new CommitFile(staged.name(), "text/plain", "speech"),
            new CallContext("c", "acme", "someone", null)));

    Row row = query("SELECT tenant, origin FROM blob WHERE key = $1", ABC).iterator().next();
    assertThat(row.getString("tenant")).isEqualTo("acme");
    assertThat(row.getString("origin")).isEqualTo("speech");
  }

  @Test
  void aStagedNameThatIsNotABareNameIsRefused() {
    start(USUAL);

    for (String name :
        List.of("../secret", "a/b", ".hidden", "", "a b", "/etc/passwd", "ü", "..")) {
      ServiceFailure refused = failure(commitNamed(name));
      assertThat(refused.code()).as(name).isEqualTo(FailureCode.INVALID);
      assertThat(refused.violations()).extracting("pointer").containsExactly("/stagedName");
    }
  }

  @Test
  void aLinkInTheStagingFolderIsRefused() throws IOException {
    start(USUAL);
    Path outside = Files.writeString(test.node().data().root().resolve("outside"), "secret");
    Files.createSymbolicLink(test.node().data().staging().resolve("link"), outside);

    assertThat(failure(commitNamed("link")).code()).isEqualTo(FailureCode.INVALID);
    assertThat(outside).exists();
  }

  @Test
  void aStagedFileThatIsNotThereIsNotFoundAndAnEmptyOneIsInvalid() {
    start(USUAL);

    assertThat(failure(commitNamed("missing.mp4")).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(failure(commitNamed(staged("").name())).code()).isEqualTo(FailureCode.INVALID);
  }

  @Test
  void aFullDiskIsSaidWithFolderFreeBytesAndRemedyAndTheStagedFileStays() {
    start(new StorageConfig(new DataSize(Long.MAX_VALUE), Duration.ofDays(1)));
    StagedFile staged = staged("abc");

    ServiceFailure full = failure(commitNamed(staged.name()));

    assertThat(full.code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(full.getMessage())
        .contains(test.node().data().root().toString())
        .containsPattern("Only \\d+ bytes are free")
        .contains("storage.minimum-free");
    assertThat(staged.path()).exists();
    assertThat(answer(test.node().health().report("storage")).healthy()).isFalse();
  }

  @Test
  void aKeyThatIsNotOneIsInvalidAndAnUnknownOneNotFound() {
    start(USUAL);

    assertThat(failure(asked("../../etc/passwd")).code()).isEqualTo(FailureCode.INVALID);
    assertThat(failure(asked("0".repeat(64))).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aFileWhoseRowIsMissingIsEnteredAgainWhenAskedFor() {
    start(USUAL);
    commit("abc", "text/plain");
    query("DELETE FROM blob WHERE key = $1", ABC);
    answer(test.node().redis().api().flushdb(List.of()));

    assertThat(find(ABC)).isEqualTo(new Blob(ABC, 3, "application/octet-stream"));
    assertThat(commit("abc", "text/plain").mediaType()).isEqualTo("text/plain");
    assertThat(find(ABC).mediaType()).isEqualTo("text/plain");
  }

  @Test
  void aFileWithoutRowWhoseBytesDoNotAgreeWithItsNameIsNotFoundAndReplacedByTheNextCommit()
      throws IOException {
    start(USUAL);
    Path torn = test.node().data().blobs().resolve("ba/78/" + ABC);
    Files.createDirectories(torn.getParent());
    Files.writeString(torn, "ab");

    assertThat(failure(asked(ABC)).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(commit("abc", "text/plain").key()).isEqualTo(ABC);
    assertThat(torn).hasContent("abc");
  }

  @Test
  void aRowWhoseFileHasAnotherLengthIsGone() throws IOException {
    start(USUAL);
    for (String bytes : List.of("", "ab", "abcd")) {
      Blob blob = commit("abc", "text/plain");
      answer(test.node().blobs().remember(WORK, blob));
      Files.writeString(test.node().blobs().path(blob), bytes);

      assertThat(failure(asked(ABC)).code()).isEqualTo(FailureCode.NOT_FOUND);
      assertThat(answer(test.node().blobs().recall(WORK))).isEmpty();
      assertThat(commit("abc", "text/plain")).isEqualTo(blob);
      assertThat(find(ABC)).isEqualTo(blob);
    }
  }

  @Test
  void aResultWhoseFileIsGoneIsForgottenAndMayBeRememberedAnew() throws IOException {
    start(USUAL);
    Blob first = commit("abc", "text/plain");
    answer(test.node().blobs().remember(WORK, first));
    Files.delete(test.node().blobs().path(first));

    assertThat(answer(test.node().blobs().recall(WORK))).isEmpty();
    assertThat(query("SELECT 1 FROM result WHERE work_key = $1", WORK).size()).isZero();

    Blob second = commit("abcd", "text/plain");
    assertThat(answer(test.node().blobs().remember(WORK, second))).isEqualTo(second);
    assertThat(answer(test.node().blobs().recall(WORK))).contains(second);
  }

  @Test
  void theFirstNoteOfAResultWins() {
    start(USUAL);
    Blob first = commit("abc", "text/plain");
    Blob second = commit("abcd", "text/plain");

    assertThat(answer(test.node().blobs().recall(WORK))).isEqualTo(Optional.empty());
    assertThat(answer(test.node().blobs().remember(WORK, first))).isEqualTo(first);
    assertThat(answer(test.node().blobs().remember(WORK, second))).isEqualTo(first);
    assertThat(answer(test.node().blobs().recall(WORK))).contains(first);
  }

  @Test
  void aResultThatIsNotInTheStoreCannotBeRemembered() {
    start(USUAL);

    assertThat(failure(test.node().blobs().remember(WORK, new Blob(ABC, 3, "text/plain"))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void theLastUseIsWrittenDownWhenItIsLongAgo() {
    start(USUAL);
    answer(test.node().blobs().remember(WORK, commit("abc", "text/plain")));
    query("UPDATE blob SET last_used = now() - interval '2 hours' WHERE key = $1", ABC);

    answer(test.node().blobs().recall(WORK));

    assertThat(
            query("SELECT 1 FROM blob WHERE key = $1 AND last_used > now() - interval '1 m'", ABC)
                .size())
        .isEqualTo(1);
  }

  @Test
  void stagedFilesOlderThanTheirLifeAreRemovedAtStart() throws IOException {
    StagedFile old = staged("old");
    StagedFile fresh = staged("fresh");
    Files.setLastModifiedTime(old.path(), FileTime.from(Instant.now().minus(Duration.ofHours(25))));

    start(USUAL);

    assertThat(old.path()).doesNotExist();
    assertThat(fresh.path()).exists();
  }

  @Test
  void whatWasStoredIsThereAfterARestart() {
    String id = start(USUAL);
    Blob blob = commit("abc", "text/plain");
    answer(test.node().blobs().remember(WORK, blob));

    answer(test.vertx().undeploy(id));
    start(USUAL);

    assertThat(find(ABC)).isEqualTo(blob);
    assertThat(answer(test.node().blobs().recall(WORK))).contains(blob);
  }

  private String start(StorageConfig config) {
    return answer(test.vertx().deployVerticle(new StorageVerticle(config, test.node())), 60);
  }

  private StagedFile staged(String text) {
    try {
      StagedFile file = test.node().blobs().stage(".txt");
      Files.writeString(file.path(), text);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Blob commit(String text, String mediaType) {
    return answer(test.node().blobs().commit(staged(text), mediaType, "test"));
  }

  private Future<Blob> commitNamed(String name) {
    return StorageMessages.COMMIT.ask(bus(), new CommitFile(name, "text/plain", "test"));
  }

  private Future<Blob> asked(String key) {
    return StorageMessages.FIND.ask(bus(), new FindBlob(key));
  }

  private Blob find(String key) {
    return answer(asked(key));
  }

  private EventBus bus() {
    return test.vertx().eventBus();
  }

  private RowSet<Row> query(String sql, String value) {
    Database database = answer(test.node().databases().open("storage"), 60);
    return answer(
        database.writer().preparedQuery(sql).execute(Tuple.of(value)).eventually(database::close));
  }

  private List<Path> stored() throws IOException {
    return filesUnder(test.node().data().blobs());
  }

  private List<Path> staging() throws IOException {
    return filesUnder(test.node().data().staging());
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
