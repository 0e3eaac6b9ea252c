package io.moneyprinter.storage.s3;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Reads one object into a file. A connection that breaks costs what was under way: the rest is
 * asked for as a range of the same object (by {@code If-Match}). Blocks.
 */
final class ResumedGet {
  private static final int CHUNK = 256 * 1024;

  /** Breaks in a row without a byte between them, after which it gives up. */
  private static final int BREAKS = 3;

  private final S3Client client;
  private final String bucket;
  private final String object;
  private String etag;
  private long total = -1;
  private long received;

  ResumedGet(S3Client client, String bucket, String object) {
    this.client = client;
    this.bucket = bucket;
    this.object = object;
  }

  Void into(Path target) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      int breaks = 0;
      while (total < 0 || received < total) {
        long before = received;
        IOException broken = stretch(file);
        breaks = received > before ? 0 : breaks + 1;
        if (broken != null && breaks >= BREAKS) {
          throw SdkClientException.create("The connection broke " + breaks + " times", broken);
        }
      }
    }
    return null;
  }

  /** Reads on until the end or a break; answers with the break. */
  private IOException stretch(FileChannel file) throws IOException {
    ResponseInputStream<GetObjectResponse> answer = client.getObject(request());
    byte[] chunk = new byte[CHUNK];
    try {
      etag = answer.response().eTag();
      total = received + answer.response().contentLength();
      while (true) {
        int n = read(answer, chunk);
        if (n < 0) {
          return received < total ? new IOException("The body ended early") : null;
        }
        file.write(ByteBuffer.wrap(chunk, 0, n));
        received += n;
      }
    } catch (BrokenRead broken) {
      return broken.reason;
    } finally {
      answer.abort();
    }
  }

  /** Only reading may break and be made good; a disk that cannot be written is another matter. */
  private static int read(ResponseInputStream<?> answer, byte[] chunk) throws BrokenRead {
    try {
      return answer.read(chunk);
    } catch (IOException e) {
      throw new BrokenRead(e);
    } catch (SdkClientException e) {
      throw new BrokenRead(new IOException(e));
    }
  }

  private GetObjectRequest request() {
    GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(bucket).key(object);
    if (received > 0) {
      request.range("bytes=" + received + "-").ifMatch(etag);
    }
    return request.build();
  }

  private static final class BrokenRead extends Exception {
    private static final long serialVersionUID = 1L;
    private final IOException reason;

    BrokenRead(IOException reason) {
      this.reason = reason;
    }
  }
}
