package io.moneyprinter.storage.s3;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.UploadJournal;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A bucket of Google Cloud Storage, as far as its XML API differs from AWS's. */
class GoogleTest {
  private static final UploadJournal NEW =
      new UploadJournal() {
        @Override
        public Future<Optional<BegunUpload>> begun() {
          return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Void> begin(BegunUpload parts) {
          return Future.succeededFuture();
        }
      };

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path folder;

  private static BucketConfig bucket(Optional<String> endpoint, Optional<String> access) {
    return new BucketConfig(
        endpoint,
        "us-east-1",
        S3Server.BUCKET,
        "test/",
        access,
        access.map(key -> S3Server.SECRET),
        true,
        DataSize.parse("5MB"),
        2,
        BucketService.GCS);
  }

  @Test
  void allThatTheStoreDoesIsTakenByGoogleToo() throws Exception {
    byte[] bytes = new byte[11 << 20];
    new Random(3).nextBytes(bytes);
    Path file = Files.write(folder.resolve("file"), bytes);
    try (S3Server server = new S3Server()) {
      GoogleFront google = new GoogleFront(test.vertx(), server.port());
      S3Store store =
          new S3Store(
              test.vertx(),
              "cloud",
              bucket(
                  Optional.of("http://127.0.0.1:" + google.port()), Optional.of(S3Server.ACCESS)));

      answer(store.check());
      answer(store.put("plain/large", file, NEW), 60);
      answer(
          store.put("plain/small", Files.write(folder.resolve("small"), new byte[] {1, 2}), NEW));
      answer(store.get("plain/large", folder.resolve("back")), 60);
      assertThat(Files.readAllBytes(folder.resolve("back"))).isEqualTo(bytes);
      assertThat(answer(store.range("plain/large", 6_000_000, 1_000)))
          .isEqualTo(Arrays.copyOfRange(bytes, 6_000_000, 6_001_000));
      assertThat(answer(store.size("plain/small"))).contains(2L);
      answer(store.delete("plain/small"));
      assertThat(answer(store.size("plain/small"))).isEmpty();
      assertThat(google.refused()).isEmpty();
      assertThat(google.regions()).isNotEmpty().containsOnly("auto");

      google.fail("403", "InvalidSecurity");
      assertThat(failure(store.check()).getMessage())
          .contains("refuses the credentials")
          .contains("storage.buckets.cloud.access-key");
      google.fail("403", "AccessDenied");
      assertThat(failure(store.check()).getMessage()).contains("does not allow this");
      google.fail("404", "NoSuchBucket");
      assertThat(failure(store.check()).code()).isEqualTo(FailureCode.RESOURCE);
      google.fail("503", "ServiceUnavailable");
      assertThat(failure(store.check()).code()).isEqualTo(FailureCode.UNAVAILABLE);
      store.close();
    }
  }

  @Test
  void neitherAddressNorRegionHasToBeSaid() {
    BucketConfig config = bucket(Optional.empty(), Optional.of("GOOG1E"));

    assertThat(config.endpoint()).contains("https://storage.googleapis.com");
    assertThat(config.region()).isEqualTo("auto");
    assertThatThrownBy(() -> bucket(Optional.empty(), Optional.empty()))
        .hasMessageContaining("HMAC key");
  }
}
