package io.moneyprinter.storage.cdn;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.storage.remote.RemoteAnswer;
import io.moneyprinter.storage.remote.RemoteService;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * Has a distribution forget files, by <a
 * href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html">CreateInvalidation</a>
 * of the REST API, signed by AWS's Signature Version 4.
 */
final class CloudFrontApi {
  private static final String VERSION = "2020-05-31";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Vertx vertx;
  private final CdnConfig config;
  private final String distribution;
  private final RemoteService service;
  private final CloudFrontFailures failures;

  /**
   * @param config with a distribution
   */
  CloudFrontApi(Vertx vertx, CdnConfig config) {
    this.vertx = vertx;
    this.config = config;
    this.distribution = config.distribution().orElseThrow();
    this.failures = new CloudFrontFailures(config.endpoint(), distribution);
    this.service = new RemoteService(vertx, "CloudFront at " + config.endpoint(), LIMIT);
  }

  /**
   * Begins to forget. {@code UNAVAILABLE} when it may succeed later, {@code RESOURCE} when somebody
   * has to mend something first.
   *
   * @param reference the same for the same paths, so that a question that is repeated is one
   * @param paths beginning with {@code /}, 3,000 at most
   */
  Future<Void> invalidate(String reference, List<String> paths) {
    byte[] body = body(reference, paths).getBytes(StandardCharsets.UTF_8);
    return vertx
        .executeBlocking(() -> signed(body), false)
        .recover(cause -> Future.failedFuture(unsigned(cause)))
        .compose(
            request ->
                service.ask(
                    HttpMethod.POST,
                    request.getUri().toString(),
                    headers(request),
                    Buffer.buffer(body)))
        .compose(this::read);
  }

  private static String body(String reference, List<String> paths) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<InvalidationBatch"
        + " xmlns=\"http://cloudfront.amazonaws.com/doc/"
        + VERSION
        + "/\"><CallerReference>"
        + reference
        + "</CallerReference><Paths><Items>"
        + paths.stream()
            .map(path -> "<Path>" + path.replace("&", "&amp;").replace("<", "&lt;") + "</Path>")
            .collect(Collectors.joining())
        + "</Items><Quantity>"
        + paths.size()
        + "</Quantity></Paths></InvalidationBatch>";
  }

  /** Asking for the machine's own credentials may block. */
  private SdkHttpFullRequest signed(byte[] body) {
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(
                URI.create(
                    config.endpoint()
                        + "/"
                        + VERSION
                        + "/distribution/"
                        + distribution
                        + "/invalidation"))
            .putHeader("Content-Type", "text/xml")
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(
                r ->
                    r.identity(credentials())
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "cloudfront")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    return (SdkHttpFullRequest) signed.request();
  }

  private AwsCredentials credentials() {
    Optional<AwsCredentials> fixed =
        config
            .accessKey()
            .map(key -> AwsBasicCredentials.create(key, config.secretKey().orElseThrow()));
    return fixed.orElseGet(
        () -> {
          try (DefaultCredentialsProvider own = DefaultCredentialsProvider.builder().build()) {
            return own.resolveCredentials();
          }
        });
  }

  private static Map<String, String> headers(SdkHttpFullRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("Host")) {
                headers.put(name, String.join(",", values));
              }
            });
    return headers;
  }

  private static Throwable unsigned(Throwable cause) {
    return cause instanceof SdkClientException
        ? CloudFrontFailures.resource(
            "There are no credentials for CloudFront: set storage.cdn.access-key and secret-key")
        : cause;
  }

  private Future<Void> read(RemoteAnswer answer) {
    Optional<ServiceFailure> failure = failures.of(answer);
    return failure.isPresent() ? Future.failedFuture(failure.get()) : Future.succeededFuture();
  }

  void close() {
    service.close();
  }
}
