package io.moneyprinter.storage.cdn;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.StorageVerticle;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.home.HomeBooks;
import io.moneyprinter.storage.objects.FolderStore;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Tuple;
import java.net.URI;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A bucket behind CloudFront, which is a local server here: it takes CreateInvalidation and answers
 * with the errors of the API reference.
 */
class CdnTest {
  private static final String ERROR =
      "<?xml version=\"1.0\"?><ErrorResponse xmlns=\"http://cloudfront.amazonaws.com/doc/2020-05-31/\">"
          + "<Error><Type>Sender</Type><Code>%s</Code><Message>words</Message></Error>"
          + "<RequestId>r</RequestId></ErrorResponse>";

  @RegisterExtension final TestNode test = TestNode.withoutStorage();
  private S3Server server;
  private ProviderStub cloudFront;
  private Database database;

  @BeforeEach
  void start() {
    server = new S3Server();
    cloudFront = new ProviderStub(test.vertx());
    database = answer(test.node().databases().open("storage"), 60);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private CdnConfig config(boolean bound) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    return new CdnConfig(
        Optional.of("d111111abcdef8.cloudfront.net"),
        Optional.of("cloud"),
        "/test",
        Optional.of("K2JCJMDEHXQW5F"),
        Optional.of(CloudFrontSignerTest.pem(key, "")),
        Duration.ofMinutes(10),
        bound,
        true,
        Optional.of("EDFDVBD6EXAMPLE"),
        cloudFront.address(),
        Optional.of("AKIDEXAMPLE"),
        Optional.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));
  }

  private void deploy(CdnConfig cdn) {
    ClassConfig usual = ClassConfig.usual();
    StorageConfig config =
        new StorageConfig(
                new DataSize(1),
                Duration.ofDays(1),
                Duration.ofMillis(200),
                true,
                0,
                new ClassesConfig(
                    usual, usual, usual, usual, new ClassConfig(Optional.of("cloud"), false, true)),
                CacheConfig.usual(),
                EncryptionConfig.none(),
                Map.of("cloud", S3Server.bucket(server.port())))
            .with(cdn);
    answer(test.vertx().deployVerticle(new StorageVerticle(config, test.node())), 60);
  }

  private Blob store(String text, StorageClass as) throws Exception {
    StagedFile file = test.node().blobs().stage(".mp4");
    Files.writeString(file.path(), text);
    return answer(test.node().blobs().commit(file, "video/mp4", "test", as), 60);
  }

  /** Where a link to the file leads; {@code null} for to the node. */
  private String elsewhere(Blob blob, String caller) {
    EventBus bus = test.vertx().eventBus();
    CreateLink wish =
        new CreateLink(
            blob.key(),
            "video/1/video.mp4",
            null,
            "Tübingen.mp4",
            LinkDisposition.ATTACHMENT,
            60,
            null);
    Link link =
        answer(
            StorageMessages.CREATE_LINK.ask(bus, wish, new CallContext("1", "acme", "ada", null)));
    String[] query = URI.create(link.href()).getQuery().split("[=&]");
    return answer(
            StorageMessages.OPEN_LINK.ask(bus, new OpenLink(link.id(), query[1], query[3], caller)))
        .elsewhere();
  }

  @Test
  void aLinkLeadsToTheCdnForWhatLiesPlainInItsBucketAndNowhereElse() throws Exception {
    deploy(config(false));
    Blob result = store("a video", StorageClass.RESULTS);
    Blob segment = store("a segment", StorageClass.SEGMENTS);

    URI address = URI.create(elsewhere(result, "2001:db8::1"));

    assertThat(address.getHost()).isEqualTo("d111111abcdef8.cloudfront.net");
    String key = result.key();
    assertThat(address.getPath())
        .as("below the origin's path")
        .isEqualTo("/plain/" + key.substring(0, 2) + "/" + key.substring(2, 4) + "/" + key);
    assertThat(address.getRawQuery())
        .startsWith(
            "response-content-disposition=attachment%3B%20filename%2A%3DUTF-8%27%27T%25C3%25BCbingen.mp4"
                + "&response-content-type=video%2Fmp4&Expires=");
    long expires = Long.parseLong(address.getQuery().replaceAll(".*Expires=(\\d+).*", "$1"));
    assertThat(Instant.ofEpochSecond(expires))
        .as("no longer than the link")
        .isBetween(Instant.now(), Instant.now().plusSeconds(61));
    assertThat(elsewhere(segment, "192.0.2.7")).isNull();
  }

  @Test
  void anAddressMayBeBoundToWhoFollowsTheLink() throws Exception {
    deploy(config(true));
    Blob result = store("a video", StorageClass.RESULTS);

    assertThat(elsewhere(result, "192.0.2.7")).contains("&Policy=");
    assertThat(elsewhere(result, "2001:db8::1")).as("a policy knows IPv4 only").isNull();
  }

  @Test
  void whatIsDeletedIsForgottenByTheCdnAlsoAfterTrouble() throws Exception {
    Invalidations told = new Invalidations(test.vertx(), database, config(false));
    FolderStore folder =
        new FolderStore("cloud", test.node().data().root().resolve("bucket"), test.node().pools());
    CdnOrigin bucket = new CdnOrigin(folder, "test/", told);
    answer(bucket.delete("plain/aa/one"));
    answer(bucket.delete("plain/aa/two"));
    answer(new CdnOrigin(folder, "private/", told).delete("not-below-the-origin"));

    refuses(told, 503, "ServiceUnavailable", FailureCode.UNAVAILABLE, "cannot forget");
    refuses(told, 400, "TooManyInvalidationsInProgress", FailureCode.UNAVAILABLE, "cannot forget");
    refuses(told, 400, "Throttling", FailureCode.UNAVAILABLE, "cannot forget");
    refuses(told, 403, "AccessDenied", FailureCode.RESOURCE, "CreateInvalidation");
    refuses(told, 403, "SignatureDoesNotMatch", FailureCode.RESOURCE, "access-key");
    refuses(told, 404, "NoSuchDistribution", FailureCode.RESOURCE, "storage.cdn.distribution");
    cloudFront.garbage();
    assertThat(failure(told.run()).getMessage()).contains("not CloudFront's");
    cloudFront.cutsOff("text/xml", Buffer.buffer("<Invalid"));
    assertThat(failure(told.run()).code()).isEqualTo(FailureCode.UNAVAILABLE);
    String first = cloudFront.asked().get(0).body().toString();
    assertThat(cloudFront.asked())
        .as("the same question, to the letter")
        .allMatch(asked -> asked.body().toString().equals(first));

    cloudFront.replies(201, "text/xml", Buffer.buffer("<Invalidation><Id>I1</Id></Invalidation>"));
    assertThat(answer(told.run())).isEqualTo(2);
    assertThat(answer(told.run())).isZero();

    assertThat(answer(told.check())).isNull();
    ProviderStub.Asked asked = cloudFront.last();
    assertThat(asked.method() + " " + asked.path())
        .isEqualTo("POST /2020-05-31/distribution/EDFDVBD6EXAMPLE/invalidation");
    assertThat(asked.headers().get("Authorization"))
        .matches(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/\\d{8}/us-east-1/cloudfront/aws4_request,"
                + " SignedHeaders=\\S*host\\S*, Signature=[0-9a-f]{64}");
    assertThat(asked.body().toString())
        .matches(
            "(?s).*<CallerReference>[0-9a-f]{32}</CallerReference><Paths><Items>"
                + "<Path>/plain/aa/one</Path><Path>/plain/aa/two</Path></Items>"
                + "<Quantity>2</Quantity></Paths></InvalidationBatch>");
  }

  private void refuses(
      Invalidations told, int status, String code, FailureCode wanted, String words) {
    cloudFront.replies(status, "text/xml", Buffer.buffer(ERROR.formatted(code)));
    var failure = failure(told.run());
    assertThat(failure.code()).as(code).isEqualTo(wanted);
    assertThat(failure.getMessage()).contains(words);
    assertThat(failure(told.check()).getMessage()).contains(words);
  }

  @Test
  void aDeletionThatWasCutShortIsToldLater() throws Exception {
    Invalidations told = new Invalidations(test.vertx(), database, config(false));
    answer(told.announce("test/plain/bb/three"));

    assertThat(answer(told.run())).as("the object may still be there").isZero();
    answer(
        database
            .writer()
            .preparedQuery("UPDATE cdn_invalidation SET due = now() WHERE path = $1")
            .execute(Tuple.of("/plain/bb/three")));
    cloudFront.replies(201, "text/xml", Buffer.buffer("<Invalidation/>"));
    assertThat(answer(told.run())).isEqualTo(1);
  }

  @Test
  void aFileOfNoBucketHasNoAddress() throws Exception {
    CdnAddresses addresses =
        new CdnAddresses(config(false), "test/", new HomeBooks(database, UUID.randomUUID()));
    Instant now = Instant.now();
    Link link =
        new Link(
            "x",
            "acme",
            "video/1/a",
            new Blob("a".repeat(64), 1, "video/mp4"),
            "a.mp4",
            LinkDisposition.INLINE,
            "/files/x",
            now,
            now.plusSeconds(9),
            null,
            0,
            null);

    assertThat(answer(addresses.of(link, null, now))).isEmpty();
  }
}
