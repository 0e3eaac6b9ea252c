package io.moneyprinter.storage.s3;

import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.DiskFailure;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.objects.OpenUpload;
import io.moneyprinter.storage.objects.StoredObject;
import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in a bucket, by the <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">S3 protocol</a>.
 */
public final class S3Store implements ObjectStore {
  private static final int NOT_FOUND = 404;

  /** What the protocol answers to a range that begins behind the end. */
  private static final int NOT_SATISFIABLE = 416;

  private final String name;
  private final BucketConfig config;
  private final Vertx vertx;
  private final S3Connection connection;

  public S3Store(Vertx vertx, String name, BucketConfig config) {
    this.vertx = vertx;
    this.name = name;
    this.config = config;
    this.connection = new S3Connection(vertx, name, config);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Future<Void> put(String object, Path file, UploadJournal journal) {
    return vertx
        .fileSystem()
        .props(file.toString())
        .compose(
            props ->
                props.size() <= config.partSize().bytes()
                    ? putWhole(object, new FilePart(file, 1, 0, props.size()))
                    : new MultipartPut(connection, config, key(object), file, props.size())
                        .send(journal));
  }

  private Future<Void> putWhole(String object, FilePart whole) {
    return connection
        .run(
            client ->
                client.putObject(
                    r ->
                        r.bucket(config.bucket())
                            .key(key(object))
                            .contentMD5(Base64.getEncoder().encodeToString(md5(whole))),
                    whole.body()))
        .mapEmpty();
  }

  private static byte[] md5(FilePart part) {
    try {
      return part.md5();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public Future<Void> get(String object, Path target) {
    return connection
        .run(client -> new ResumedGet(client, config.bucket(), key(object)).into(target))
        .recover(
            cause ->
                vertx
                    .executeBlocking(() -> Files.deleteIfExists(target))
                    .transform(deleted -> Future.failedFuture(DiskFailure.told(target, cause))));
  }

  @Override
  public Future<byte[]> range(String object, long offset, int length) {
    return connection.run(
        client ->
            client
                .getObjectAsBytes(
                    r ->
                        r.bucket(config.bucket())
                            .key(key(object))
                            .range("bytes=" + offset + "-" + (offset + length - 1)))
                .asByteArray(),
        cause -> status(cause) == NOT_SATISFIABLE ? Optional.of(new byte[0]) : Optional.empty());
  }

  @Override
  public Future<Optional<Long>> size(String object) {
    return connection.run(
        client ->
            Optional.of(
                client.headObject(r -> r.bucket(config.bucket()).key(key(object))).contentLength()),
        cause -> status(cause) == NOT_FOUND ? Optional.of(Optional.empty()) : Optional.empty());
  }

  private static int status(Throwable cause) {
    return cause instanceof S3Exception answer ? answer.statusCode() : 0;
  }

  @Override
  public Future<Void> delete(String object) {
    return connection
        .run(client -> client.deleteObject(r -> r.bucket(config.bucket()).key(key(object))))
        .mapEmpty();
  }

  @Override
  public Future<Void> abandon(String object, BegunUpload upload) {
    return connection
        .<Optional<Object>>run(
            client ->
                Optional.of(
                    client.abortMultipartUpload(
                        r -> r.bucket(config.bucket()).key(key(object)).uploadId(upload.id()))),
            cause ->
                cause instanceof NoSuchUploadException || status(cause) == NOT_FOUND
                    ? Optional.of(Optional.empty())
                    : Optional.empty())
        .mapEmpty();
  }

  @Override
  public Future<List<StoredObject>> list(String after, int most) {
    return connection.run(
        client ->
            client
                .listObjectsV2(
                    r -> {
                      r.bucket(config.bucket()).prefix(config.prefix()).maxKeys(most);
                      if (!after.isEmpty()) {
                        r.startAfter(key(after));
                      }
                    })
                .contents()
                .stream()
                .map(found -> new StoredObject(object(found.key()), found.size()))
                .toList());
  }

  @Override
  public Future<List<OpenUpload>> openUploads() {
    return connection.run(
        client ->
            client
                .listMultipartUploadsPaginator(
                    r -> r.bucket(config.bucket()).prefix(config.prefix()))
                .uploads()
                .stream()
                .map(open -> new OpenUpload(object(open.key()), open.uploadId()))
                .toList());
  }

  private String object(String key) {
    return key.substring(config.prefix().length());
  }

  @Override
  public Future<?> check() {
    return connection.run(
        client ->
            client.listObjectsV2(
                r -> r.bucket(config.bucket()).prefix(config.prefix()).maxKeys(1)));
  }

  private String key(String object) {
    return config.prefix() + object;
  }

  @Override
  public void close() {
    connection.close();
  }
}
