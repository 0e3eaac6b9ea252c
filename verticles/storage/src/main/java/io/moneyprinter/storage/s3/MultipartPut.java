package io.moneyprinter.storage.s3;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;

/**
 * One file on its way into a bucket in parts, a few at once. What arrived before a break is asked
 * for and not sent again; a part counts only if its length and MD5 are those of the file.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html">Multipart
 *     upload</a>
 */
final class MultipartPut {
  /** The most parts that the protocol allows. */
  private static final long MOST_PARTS = 10_000;

  private final S3Connection connection;
  private final BucketConfig config;
  private final String object;
  private final Path file;
  private final long size;

  /** What the store has of an upload; whether it was begun earlier than now. */
  private record Arrived(BegunUpload upload, Map<Integer, Part> parts, boolean earlier) {}

  MultipartPut(S3Connection connection, BucketConfig config, String object, Path file, long size) {
    this.connection = connection;
    this.config = config;
    this.object = object;
    this.file = file;
    this.size = size;
  }

  Future<Void> send(UploadJournal journal) {
    return journal
        .begun()
        .compose(known -> known.isEmpty() ? nothing() : arrived(known.get()))
        .compose(found -> found.isEmpty() ? begin(journal) : Future.succeededFuture(found.get()))
        .compose(
            arrived ->
                sendParts(arrived)
                    .compose(
                        completed ->
                            completed
                                ? Future.succeededFuture()
                                : completedEarlier(arrived, journal)));
  }

  private static Future<Optional<Arrived>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  private Future<Arrived> begin(UploadJournal journal) {
    long least = (size + MOST_PARTS - 1) / MOST_PARTS;
    long partSize = Math.max(config.partSize().bytes(), least);
    return connection
        .run(
            client ->
                client.createMultipartUpload(r -> r.bucket(config.bucket()).key(object)).uploadId())
        .map(id -> new BegunUpload(id, partSize))
        .compose(upload -> journal.begin(upload).map(new Arrived(upload, Map.of(), false)));
  }

  /** What is there of an upload; empty when the store knows nothing of it any more. */
  private Future<Optional<Arrived>> arrived(BegunUpload upload) {
    return connection.run(
        client -> {
          Map<Integer, Part> parts = new ConcurrentHashMap<>();
          client
              .listPartsPaginator(r -> r.bucket(config.bucket()).key(object).uploadId(upload.id()))
              .parts()
              .forEach(part -> parts.put(part.partNumber(), part));
          return Optional.of(new Arrived(upload, parts, true));
        },
        Absent::upload);
  }

  /** Answers whether the store put the parts together; not when it no longer knows of them. */
  private Future<Boolean> sendParts(Arrived arrived) {
    long partSize = arrived.upload().partSize();
    int count = Math.toIntExact((size + partSize - 1) / partSize);
    CompletedPart[] done = new CompletedPart[count];
    AtomicInteger next = new AtomicInteger();
    List<Future<Void>> lanes = new ArrayList<>();
    for (int lane = 0; lane < Math.min(config.parallel(), count); lane++) {
      lanes.add(lane(arrived, next, done));
    }
    // Joined, so that nobody reads the file any more when this fails.
    return Future.join(lanes).compose(sent -> complete(arrived.upload(), List.of(done)));
  }

  private Future<Void> lane(Arrived arrived, AtomicInteger next, CompletedPart[] done) {
    int index = next.getAndIncrement();
    if (index >= done.length) {
      return Future.succeededFuture();
    }
    long partSize = arrived.upload().partSize();
    long offset = index * partSize;
    FilePart part = new FilePart(file, index + 1, offset, Math.min(partSize, size - offset));
    Part known = arrived.parts().get(part.number());
    return connection
        .run(client -> sendPart(client, arrived.upload(), part, known))
        .onFailure(cause -> next.set(done.length))
        .compose(
            sent -> {
              done[index] = sent;
              return lane(arrived, next, done);
            });
  }

  private CompletedPart sendPart(S3Client client, BegunUpload upload, FilePart part, Part known)
      throws IOException {
    byte[] md5 = part.md5();
    String etag =
        known != null && known.size() == part.length() && tagged(known, md5)
            ? known.eTag()
            : client
                .uploadPart(
                    r ->
                        r.bucket(config.bucket())
                            .key(object)
                            .uploadId(upload.id())
                            .partNumber(part.number())
                            .contentMD5(Base64.getEncoder().encodeToString(md5)),
                    part.body())
                .eTag();
    return CompletedPart.builder().partNumber(part.number()).eTag(etag).build();
  }

  private static boolean tagged(Part part, byte[] md5) {
    return part.eTag().replace("\"", "").equalsIgnoreCase(HexFormat.of().formatHex(md5));
  }

  private Future<Boolean> complete(BegunUpload upload, List<CompletedPart> parts) {
    return connection
        .run(
            client ->
                Optional.of(
                    client.completeMultipartUpload(
                        r ->
                            r.bucket(config.bucket())
                                .key(object)
                                .uploadId(upload.id())
                                .multipartUpload(all -> all.parts(parts)))),
            Absent::upload)
        .map(Optional::isPresent);
  }

  /**
   * The answer to an earlier completion may have been lost: then the object is there. Or the store
   * threw the parts of the earlier upload away: then all are sent again, once.
   */
  private Future<Void> completedEarlier(Arrived arrived, UploadJournal journal) {
    return connection
        .run(
            client ->
                Optional.of(
                    client.headObject(r -> r.bucket(config.bucket()).key(object)).contentLength()),
            Absent::object)
        .compose(
            length -> {
              if (length.filter(bytes -> bytes == size).isPresent()) {
                return Future.succeededFuture(true);
              }
              return arrived.earlier() ? begin(journal).compose(this::sendParts) : ended();
            })
        .compose(completed -> completed ? Future.succeededFuture() : ended());
  }

  private <T> Future<T> ended() {
    return Future.failedFuture(
        ServiceFailure.unavailable(
            "The upload to " + config.place() + " was ended by somebody else"));
  }
}
