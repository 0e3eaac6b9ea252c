package io.moneyprinter.storage.s3;

import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.TestFolders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real server of the S3 protocol (S3Proxy), over files; it checks signatures. */
public final class S3Server implements AutoCloseable {
  public static final String BUCKET = "videos";
  static final String ACCESS = "tester";
  static final String SECRET = "of-the-tests-alone";

  private final Path folder;
  private S3Proxy proxy;
  private final int port;

  public S3Server() {
    try {
      folder = TestFolders.make("s3");
      Files.createDirectory(folder.resolve(BUCKET));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    start(0);
    port = proxy.getPort();
  }

  private void start(int onPort) {
    try {
      proxy =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(folder.toString()))
              .endpoint(URI.create("http://127.0.0.1:" + onPort))
              .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS, SECRET)
              .build();
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("The S3 server did not start", e);
    }
  }

  public int port() {
    return port;
  }

  /** As if the service were away. */
  public void down() {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Back again at the same address, with what it had. */
  public void up() {
    start(port);
  }

  /** Settings of the bucket, as reached over a port. */
  public static BucketConfig bucket(int port) {
    return bucket(port, BUCKET, SECRET);
  }

  static BucketConfig bucket(int port, String name, String secret) {
    return new BucketConfig(
        Optional.of("http://127.0.0.1:" + port),
        "us-east-1",
        name,
        "test/",
        Optional.of(ACCESS),
        Optional.of(secret),
        true,
        DataSize.parse("5MB"),
        3);
  }

  /** Where an object of the bucket lies on this machine. */
  public Path file(String object) {
    return folder.resolve(BUCKET).resolve("test").resolve(object);
  }

  /** Begins an upload in parts that nobody goes on with. */
  public void beginUpload(String object) {
    try (S3Client client = client()) {
      client.createMultipartUpload(r -> r.bucket(BUCKET).key("test/" + object));
    }
  }

  /** How many uploads in parts are neither completed nor ended. */
  public int openUploads() {
    try (S3Client client = client()) {
      return client.listMultipartUploads(r -> r.bucket(BUCKET)).uploads().size();
    }
  }

  private S3Client client() {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS, SECRET)))
        .build();
  }

  @Override
  public void close() {
    down();
    DataFolder.delete(folder);
  }
}
