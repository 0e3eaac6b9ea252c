package io.moneyprinter.storage.s3;

import io.moneyprinter.platform.secrets.LiveSecrets;
import io.vertx.core.Vertx;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The keys of a bucket as the settings say, changed while it is in use; else the machine's own. */
final class S3Credentials implements AwsCredentialsProvider, AutoCloseable {
  private record Pair(String access, String secret) {
    @Override
    public String toString() {
      return "Pair[]";
    }
  }

  private final AwsCredentialsProvider machine;
  private final Runnable unwatch;
  private volatile Pair pair;

  S3Credentials(Vertx vertx, String name, BucketConfig config) {
    pair =
        config
            .accessKey()
            .map(access -> new Pair(access, config.secretKey().orElseThrow()))
            .orElse(null);
    machine = pair == null ? DefaultCredentialsProvider.builder().build() : null;
    LiveSecrets live = LiveSecrets.of(vertx);
    String settings = "storage.buckets." + name + ".";
    Runnable access = live.use(settings + "access-key", value -> change(value, null));
    Runnable secret = live.use(settings + "secret-key", value -> change(null, value));
    unwatch =
        () -> {
          access.run();
          secret.run();
        };
  }

  /** The two come one after the other; requests between them are refused, and made again. */
  private synchronized void change(String access, String secret) {
    pair =
        new Pair(access == null ? pair.access() : access, secret == null ? pair.secret() : secret);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    Pair now = pair;
    return now == null
        ? machine.resolveCredentials()
        : AwsBasicCredentials.create(now.access(), now.secret());
  }

  @Override
  public void close() {
    unwatch.run();
  }
}
