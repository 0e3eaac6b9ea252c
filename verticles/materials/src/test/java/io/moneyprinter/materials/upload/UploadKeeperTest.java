package io.moneyprinter.materials.upload;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.CheckUpload;
import io.moneyprinter.codecs.materials.CheckedUpload;
import io.moneyprinter.codecs.materials.FinishUpload;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.archive.ArchiveImporter;
import io.moneyprinter.materials.archive.ArchiveLimits;
import io.moneyprinter.materials.asset.AssetStore;
import io.moneyprinter.materials.asset.CollectionDesk;
import io.moneyprinter.materials.asset.SearchWords;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.Thesaurus;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of uploads that nobody goes on with, and of those whose node died. */
class UploadKeeperTest {
  private static final String TENANT = "local";
  private static final Duration LIFE = Duration.ofHours(1);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Node node;
  private Database database;
  private UploadStore store;
  private UploadDesk desk;
  private UploadFinisher finisher;
  private UploadTrial trial;
  private UploadKeeper keeper;

  /** What the video service says of the next file. */
  private volatile ServiceFailure trouble;

  @BeforeEach
  void build() {
    node = test.node();
    database = answer(node.databases().open("materials"), 60);
    UploadLimits limits = new UploadLimits(1000, 2500, 3, LIFE);
    store = new UploadStore(database, limits);
    AssetStore assets =
        new AssetStore(database, new SearchWords(new TextAnalysis(Thesaurus.load()), node.pools()));
    desk = new UploadDesk(node, store, limits, assets, new CollectionDesk(database));
    FileInspector inspector = new FileInspector(node, new Appearances(node, database));
    ArchiveImporter archives =
        new ArchiveImporter(node, inspector, new ArchiveLimits(10, 10, 1000, 1000, 100));
    finisher = new UploadFinisher(node, store, desk, assets, inspector, archives);
    trial = new UploadTrial(node, store, desk, finisher, inspector, archives);
    keeper = new UploadKeeper(node, store, finisher, LIFE);
    VideoMessages.PROBE_STAGED.serve(
        test.vertx().eventBus(),
        asked ->
            trouble != null
                ? Future.failedFuture(trouble)
                : Future.succeededFuture(
                    new MediaInfo(MediaInfo.Kind.STILL, 9, 9, 0, 0, "png", false)));
    VideoMessages.PORTRAY.serve(
        test.vertx().eventBus(),
        asked -> Future.succeededFuture(new MediaPortrait(null, null, "#000000", "0")));
    LibraryMessages.FINISH_UPLOAD.serve(
        test.vertx().eventBus(), wish -> finisher.finish(TENANT, wish));
  }

  private Upload open() {
    return answer(desk.open(TENANT, (long) PNG.length, UploadDetails.named("a.png"), null));
  }

  private Path bytes(Upload upload) {
    return node.data().uploads().resolve(upload.id());
  }

  private Upload now(Upload upload) {
    return answer(desk.get(TENANT, upload.id()));
  }

  private void sql(String statement) {
    answer(database.writer().query(statement).execute());
  }

  @Test
  void anUploadWhoseNodeDiedWhileItLookedIsFinished() throws IOException {
    Upload upload = open();
    Files.write(bytes(upload), PNG);
    StagedFile staged = node.blobs().stage("");
    answer(store.claim(TENANT, upload.id(), staged.name(), "a node that died", null));
    Files.move(bytes(upload), staged.path());

    answer(keeper.round());
    assertThat(now(upload).state()).as("it may still live").isEqualTo(Upload.State.FINISHING);
    sql("UPDATE upload SET claimed_at = now() - interval '1 minute'");
    answer(keeper.round());

    assertThat(now(upload).state()).isEqualTo(Upload.State.DONE);
    assertThat(now(upload).assets()).hasSize(1);
    assertThat(bytes(upload)).doesNotExist();
    assertThat(staged.path()).doesNotExist();
  }

  @Test
  void whatAFaultOfOursStoppedCanBeFinishedAgain() throws IOException {
    Upload upload = open();
    Files.write(bytes(upload), PNG);
    FinishUpload wish = new FinishUpload(upload.id(), null);
    trouble = new ServiceFailure(FailureCode.RESOURCE, "No memory");

    assertThat(failure(finisher.finish(TENANT, wish)).code()).isEqualTo(FailureCode.RESOURCE);
    assertThat(now(upload).state()).isEqualTo(Upload.State.OPEN);
    assertThat(bytes(upload)).hasBinaryContent(PNG);
    trouble = null;
    assertThat(answer(finisher.finish(TENANT, wish)).state()).isEqualTo(Upload.State.DONE);
    assertThat(answer(finisher.finish(TENANT, wish)).assets()).as("only once").hasSize(1);
  }

  @Test
  void aFileThatIsOnlyLookedAtStaysAnOpenUploadWhateverIsFound() throws IOException {
    Upload upload = open();
    Files.write(bytes(upload), PNG);
    CheckUpload wish = new CheckUpload(upload.id(), null);

    CheckedUpload found = answer(trial.check(TENANT, wish));
    assertThat(found.size()).isEqualTo(PNG.length);
    assertThat(found.media().kind()).isEqualTo(MediaInfo.Kind.STILL);
    assertThat(found.archive()).isFalse();
    Files.write(bytes(upload), "no picture ".getBytes());
    assertThat(failure(trial.check(TENANT, wish)).code()).isEqualTo(FailureCode.INVALID);

    assertThat(now(upload).state()).isEqualTo(Upload.State.OPEN);
    assertThat(bytes(upload)).hasBinaryContent("no picture ".getBytes());
    assertThat(answer(database.writer().query("SELECT 1 FROM asset").execute()).size()).isZero();
  }

  @Test
  void whatNobodyGoesOnWithIsRemovedAndWhatIsAtWorkStays() throws IOException {
    Upload stale = open();
    Upload alive = open();
    Files.write(bytes(stale), new byte[3]);
    Files.write(bytes(alive), new byte[3]);
    FileTime longAgo = FileTime.from(Instant.now().minus(LIFE.multipliedBy(2)));
    Files.setLastModifiedTime(bytes(stale), longAgo);
    Path nobodys = Files.write(node.data().uploads().resolve("nobodys"), new byte[9]);
    Files.setLastModifiedTime(nobodys, longAgo);
    sql("UPDATE upload SET expires_at = now() - interval '1 second'");

    answer(keeper.round());

    assertThat(failure(desk.get(TENANT, stale.id())).code()).isEqualTo(FailureCode.NOT_FOUND);
    assertThat(bytes(stale)).doesNotExist();
    assertThat(nobodys).doesNotExist();
    assertThat(now(alive).expiresAt()).isAfter(Instant.now());
    assertThat(bytes(alive)).exists();
  }

  @Test
  void noMoreIsTakenThanATenantMayHave() {
    UploadDetails details = UploadDetails.named("a.png");
    assertThatThrownBy(() -> desk.open(TENANT, 1001L, details, null))
        .isInstanceOfSatisfying(
            ServiceFailure.class,
            large -> assertThat(large.violations().get(0).pointer()).isEqualTo("/length"));
    Upload unknown = answer(desk.open(TENANT, null, details, null));
    assertThat(unknown.limit()).isEqualTo(1000);
    answer(desk.open(TENANT, 900L, details, null));
    ServiceFailure full = failure(desk.open(TENANT, 700L, details, null));
    assertThat(full.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(full).hasMessageContaining("room for 600 more bytes");
    answer(desk.open(TENANT, 600L, details, null));
    assertThat(failure(desk.open(TENANT, 1L, details, null)))
        .hasMessageContaining("3 uploads under way");
    assertThat(answer(desk.open("other", 1000L, details, null)).limit()).isEqualTo(1000);
    answer(desk.drop(TENANT, unknown.id()));
    assertThat(answer(desk.open(TENANT, 1000L, details, null)).state())
        .isEqualTo(Upload.State.OPEN);
  }
}
