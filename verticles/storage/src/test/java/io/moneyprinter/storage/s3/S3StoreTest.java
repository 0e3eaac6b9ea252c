package io.moneyprinter.storage.s3;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.providers.ProviderBreaker;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.GuardedStore;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server of the protocol that checks signatures (S3Proxy). */
class S3StoreTest {
  private static final int MB = 1 << 20;
  private static final long LIMIT = 60;

  private static Vertx vertx;
  private static S3Server server;

  @TempDir private Path folder;
  private S3Store store;

  @BeforeAll
  static void startServer() {
    CallContext.prepare();
    vertx = Vertx.vertx();
    server = new S3Server();
  }

  @AfterAll
  static void stopServer() {
    answer(vertx.close());
    server.close();
  }

  @BeforeEach
  void connect() {
    store = new S3Store(vertx, "cloud", S3Server.bucket(server.port()));
  }

  @AfterEach
  void disconnect() {
    store.close();
  }

  @Test
  void whatIsPutCanBeReadWholeAndInRangesAndDeleted() throws IOException {
    Path file = random("small", 100_000);
    byte[] bytes = Files.readAllBytes(file);

    answer(store.put("ab/cd/one", file, UploadJournal.none()));

    assertThat(answer(store.size("ab/cd/one"))).contains(100_000L);
    assertThat(got("ab/cd/one")).hasBinaryContent(bytes);
    assertThat(answer(store.range("ab/cd/one", 70_000, 1_000)))
        .isEqualTo(Arrays.copyOfRange(bytes, 70_000, 71_000));
    assertThat(answer(store.range("ab/cd/one", 99_990, 50)))
        .isEqualTo(Arrays.copyOfRange(bytes, 99_990, 100_000));
    assertThat(answer(store.range("ab/cd/one", 100_000, 50))).isEmpty();

    answer(store.delete("ab/cd/one"));
    answer(store.delete("ab/cd/one"));
    assertThat(answer(store.size("ab/cd/one"))).isEmpty();
    assertThat(failure(store.get("ab/cd/one", folder.resolve("none"))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void twoHundredMegabytesGoInPartsAndComeBackInASmallHeap() throws Exception {
    Path file = random("large", 200 * MB);
    Path back = folder.resolve("back");

    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:MaxDirectMemorySize=32m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeapUpload.class.getName(),
                Integer.toString(server.port()),
                "large",
                file.toString(),
                back.toString())
            .inheritIO()
            .start();

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(Files.mismatch(file, back)).isEqualTo(-1);
    answer(store.delete("large"));
  }

  @Test
  void anUploadThatBrokeGoesOnWhereItStoppedAlsoAfterARestart() throws Exception {
    Path file = random("broken", 31 * MB);
    Remembered journal = new Remembered();
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      S3Store first = new S3Store(vertx, "cloud", S3Server.bucket(proxy.port()));
      proxy.cutUploadsAfter(18 * MB);

      ServiceFailure broken = failure(first.put("broken", file, journal));
      first.close();
      proxy.mend();
      S3Store second = new S3Store(vertx, "cloud", S3Server.bucket(proxy.port()));
      answer(second.put("broken", file, journal), LIMIT);
      second.close();

      assertThat(broken.code()).isEqualTo(FailureCode.UNAVAILABLE);
      assertThat(proxy.mend()).as("bytes sent anew").isLessThan(27L * MB);
    }
    assertThat(Files.mismatch(file, got("broken"))).isEqualTo(-1);
  }

  @Test
  void anUploadThatTheServerForgotBeginsAnew() throws IOException {
    Path file = random("forgotten", 6 * MB);
    Remembered journal = new Remembered();
    journal.known = new BegunUpload("00000000-0000-0000-0000-000000000000", 5 * MB);

    answer(store.put("forgotten", file, journal));

    assertThat(Files.mismatch(file, got("forgotten"))).isEqualTo(-1);
    assertThat(journal.known.id()).doesNotStartWith("00000000-0000");
    answer(store.abandon("forgotten", journal.known));
  }

  @Test
  void aDownloadThatBreaksGoesOnByItself() throws Exception {
    Path file = random("down", 4 * MB);
    answer(store.put("down", file, UploadJournal.none()));
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      S3Store through = new S3Store(vertx, "cloud", S3Server.bucket(proxy.port()));
      proxy.cutOneDownloadAfter(3 * MB);
      Path back = folder.resolve("resumed");

      answer(through.get("down", back));

      assertThat(Files.mismatch(file, back)).isEqualTo(-1);
      through.close();
    }
  }

  @Test
  void wrongCredentialsAndAMissingBucketAreToldWithTheSettingToMend() throws IOException {
    Path file = random("some", 1_000);
    S3Store refused =
        new S3Store(
            vertx, "cloud", S3Server.bucket(server.port(), S3Server.BUCKET, "not-the-secret"));
    S3Store missing =
        new S3Store(vertx, "cloud", S3Server.bucket(server.port(), "nowhere", S3Server.SECRET));

    for (Future<?> told : new Future<?>[] {refused.check(), put(refused, file)}) {
      ServiceFailure failure = failure(told);
      assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
      assertThat(failure.getMessage())
          .contains("storage.buckets.cloud.access-key and secret-key")
          .doesNotContain("not-the-secret");
    }
    for (Future<?> told : new Future<?>[] {missing.check(), put(missing, file)}) {
      ServiceFailure failure = failure(told);
      assertThat(failure.code()).isEqualTo(FailureCode.RESOURCE);
      assertThat(failure.getMessage())
          .contains("There is no bucket nowhere at http://127.0.0.1:" + server.port())
          .contains("storage.buckets.cloud.bucket");
    }
    assertThat(answer(store.check())).isNotNull();
    refused.close();
    missing.close();
  }

  @Test
  void aServerThatIsDownIsLeftAloneAndFoundAgain() throws Exception {
    Path file = random("later", 1_000);
    S3Server own = new S3Server();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    ObjectStore guarded =
        new GuardedStore(
            new S3Store(vertx, "cloud", S3Server.bucket(own.port())),
            new ProviderBreaker(vertx, meters, "bucket.cloud", 1, Duration.ofMillis(300)));
    own.down();

    assertThat(failure(put(guarded, file)).getMessage()).contains("cannot be reached");
    assertThat(failure(put(guarded, file)).getMessage()).contains("left alone");
    assertThat(failure(guarded.check()).getMessage()).contains("cannot be reached");

    own.up();
    io.moneyprinter.testsupport.Await.until(
        "the breaker closes",
        Duration.ofSeconds(10),
        () -> answer(put(guarded, file).map(true).otherwise(false)));
    assertThat(own.file("some")).exists();
    guarded.close();
    own.close();
  }

  private static ServiceFailure failure(Future<?> future) {
    return (ServiceFailure)
        answer(future.transform(done -> Future.succeededFuture(done.cause())), LIMIT);
  }

  private static Future<Void> put(ObjectStore store, Path file) {
    return store.put("some", file, UploadJournal.none());
  }

  private Path got(String object) {
    Path back = folder.resolve("got");
    answer(store.get(object, back));
    return back;
  }

  private Path random(String name, int size) throws IOException {
    Path file = folder.resolve(name);
    Random random = new Random(size);
    byte[] block = new byte[Math.min(size, MB)];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int left = size; left > 0; left -= block.length) {
        random.nextBytes(block);
        out.write(block, 0, Math.min(left, block.length));
      }
    }
    return file;
  }

  /** A journal that outlives the store that wrote it. */
  private static final class Remembered implements UploadJournal {
    private BegunUpload known;

    @Override
    public Future<Optional<BegunUpload>> begun() {
      return Future.succeededFuture(Optional.ofNullable(known));
    }

    @Override
    public Future<Void> begin(BegunUpload upload) {
      known = upload;
      return Future.succeededFuture();
    }
  }
}
