package io.moneyprinter.storage.s3;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * The blocking AWS client on threads of its own. What not every server of the protocol knows is
 * switched off: chunked signatures, and checksums in trailers.
 */
final class S3Connection {
  private static final int THREADS = 8;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final S3Client client;
  private final WorkerExecutor threads;
  private final S3Failures failures;
  private final S3Credentials credentials;

  S3Connection(Vertx vertx, String name, BucketConfig config) {
    this.failures = new S3Failures(name, config);
    this.credentials = new S3Credentials(vertx, name, config);
    this.threads = vertx.createSharedWorkerExecutor("bucket-" + name, THREADS, 1, TimeUnit.HOURS);
    var builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .region(Region.of(config.region()))
            .credentialsProvider(credentials)
            .forcePathStyle(config.pathStyle())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build());
    config.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
    this.client = builder.build();
  }

  /** Runs blocking calls; failures come out as ours. */
  <T> Future<T> run(Work<T> work) {
    return threads
        .executeBlocking(() -> attempted(work), false)
        .recover(cause -> Future.failedFuture(failures.of(cause)));
  }

  /** The same, where one answer of the server is something to go on with. */
  <T> Future<T> run(Work<T> work, Function<Throwable, Optional<T>> expected) {
    return threads
        .executeBlocking(() -> attempted(work), false)
        .recover(
            cause ->
                expected
                    .apply(cause)
                    .map(Future::succeededFuture)
                    .orElseGet(() -> Future.failedFuture(failures.of(cause))));
  }

  /** The client lets some broken connections out without trying again; those are tried here. */
  private <T> T attempted(Work<T> work) throws Exception {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.with(client);
      } catch (UncheckedIOException broken) {
        if (attempt == ATTEMPTS || S3Failures.ofDisk(broken)) {
          throw broken;
        }
        Thread.sleep(PAUSE.multipliedBy(attempt).toMillis());
      }
    }
  }

  void close() {
    credentials.close();
    threads.close();
    client.close();
  }

  /** Something to do with the client on a thread that may block. */
  interface Work<T> {
    T with(S3Client client) throws Exception;
  }
}
