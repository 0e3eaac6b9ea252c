package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.ReadStretch;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.sealing.VaultKeyConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.VaultStub;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files whose keys are wrapped in Vault. The server is a local one in the form of Vault's HTTP API;
 * the program itself is asked by {@code RealVaultCheck}, where it is on the path.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VaultKeysTest {
  private static final Map<String, EncryptionConfig.Key> OLD =
      Map.of("old", new EncryptionConfig.Key(Base64.getEncoder().encodeToString(new byte[32])));

  @TempDir private Path folder;
  private TestEngines engines;
  private DatabaseAccess access;
  private Vertx vertx;
  private VaultStub vault;
  private StorageNode node;

  @RegisterExtension
  private final BeforeEachCallback start =
      test -> {
        engines = TestEngines.of(test);
        access = engines.freshDatabases();
        vertx = Vertx.vertx();
        vault = new VaultStub(vertx);
      };

  @AfterEach
  void stop() {
    node.close();
    answer(vertx.close());
  }

  private VaultConfig byAppRole() {
    return new VaultConfig(
        Optional.of(vault.address()),
        Optional.empty(),
        Optional.empty(),
        new VaultConfig.AppRole(
            "approle", Optional.of(VaultStub.ROLE_ID), Optional.of(VaultStub.SECRET_ID)),
        Optional.empty(),
        Duration.ofSeconds(5));
  }

  private VaultConfig byToken(String token) {
    return new VaultConfig(
        Optional.of(vault.address()),
        Optional.empty(),
        Optional.of(token),
        VaultConfig.none().approle(),
        Optional.empty(),
        Duration.ofSeconds(5));
  }

  private void open(String current, Map<String, EncryptionConfig.Key> keys, VaultConfig config) {
    ClassConfig usual = ClassConfig.usual();
    ClassConfig encrypted = new ClassConfig(Optional.empty(), true, true);
    StorageConfig storage =
        new StorageConfig(
            new DataSize(1),
            Duration.ofDays(1),
            Duration.ofMillis(200),
            true,
            0,
            new ClassesConfig(usual, usual, usual, usual, encrypted),
            CacheConfig.usual(),
            new EncryptionConfig(
                Optional.of(current),
                keys,
                new VaultKeyConfig(Optional.of("moneyprinter"), "transit")),
            Map.of());
    node =
        StorageNode.start(
            folder.resolve("node"), access, engines.redisUri(), storage, config, null);
  }

  private static byte[] random(int seed) {
    byte[] bytes = new byte[400_000];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private Blob evicted(byte[] bytes) {
    Blob blob = node.store(bytes, "video/mp4", StorageClass.RESULTS);
    node.evict(blob);
    return blob;
  }

  private Set<String> keyIds() {
    Set<String> found = new HashSet<>();
    answer(node.database().writer().query("SELECT key_id FROM home").execute())
        .forEach(row -> found.add(row.getString(0)));
    return found;
  }

  private String health() {
    return answer(node.node().health().report("storage")).checks().get("storage.keys");
  }

  @Test
  void theKeyOfAFileIsWrappedInVaultAndUnwrappedOnceForManyStretches() {
    open("vault", Map.of(), byAppRole());
    byte[] bytes = random(1);
    Blob blob = evicted(bytes);
    assertThat(vault.count("/v1/transit/decrypt/moneyprinter")).isZero();
    node.close();
    open("vault", Map.of(), byAppRole());

    for (int from = 0; from < 400_000; from += 100_000) {
      byte[] part =
          answer(
                  StorageMessages.READ_STRETCH.askHere(
                      node.node().vertx().eventBus(), new ReadStretch(blob.key(), from, 1_000)))
              .bytes();
      assertThat(part).isEqualTo(Arrays.copyOfRange(bytes, from, from + 1_000));
    }

    assertThat(vault.count("/v1/transit/decrypt/moneyprinter")).isEqualTo(1);
    assertThat(keyIds()).containsExactly("vault/moneyprinter/v1");
    vault.revokeTokens();
    assertThat(node.read(evicted(random(2)))).as("logs in again").isEqualTo(random(2));
  }

  @Test
  void whenTheKeyIsRotatedInVaultTheKeysOfFilesAreWrappedAnewThere() {
    open("vault", Map.of(), byAppRole());
    byte[] bytes = random(3);
    Blob blob = evicted(bytes);
    vault.rotateKeys();
    node.close();
    open("vault", Map.of(), byAppRole());

    Await.until(
        "the key is wrapped anew",
        Duration.ofSeconds(10),
        () -> keyIds().equals(Set.of("vault/moneyprinter/v2")));

    assertThat(vault.count("/v1/transit/rewrap/moneyprinter")).isEqualTo(1);
    assertThat(vault.count("/v1/transit/decrypt/moneyprinter")).as("nobody saw it").isZero();
    assertThat(node.read(blob)).isEqualTo(bytes);
  }

  @Test
  void aKeyOfTheSettingsIsFollowedByOneInVaultAndTheOtherWayRound() {
    open("old", OLD, byAppRole());
    byte[] bytes = random(4);
    Blob blob = evicted(bytes);
    assertThat(keyIds()).containsExactly("old");
    node.close();
    open("vault", OLD, byAppRole());
    Await.until(
        "in Vault", Duration.ofSeconds(10), () -> keyIds().equals(Set.of("vault/moneyprinter/v1")));
    assertThat(node.read(blob)).isEqualTo(bytes);
    node.evict(blob);
    node.close();
    open("old", OLD, byAppRole());
    Await.until("back", Duration.ofSeconds(10), () -> keyIds().equals(Set.of("old")));
    assertThat(node.read(blob)).isEqualTo(bytes);
  }

  @Test
  void whileVaultIsSealedOrBusyNothingIsKeptInTheClearForGoodAndNothingIsLost() {
    open("vault", Map.of(), byToken(VaultStub.ROOT));
    Blob blob = evicted(random(5));
    node.close();
    open("vault", Map.of(), byToken(VaultStub.ROOT));
    Await.until("it has looked", Duration.ofSeconds(10), () -> health().equals("ok"));

    vault.fails(503, "Vault is sealed");
    ServiceFailure sealed = failure(node.storing(random(6), "video/mp4", StorageClass.RESULTS));
    assertThat(sealed.code())
        .as("tried again by who made the file")
        .isEqualTo(FailureCode.UNAVAILABLE);
    assertThat(sealed.getMessage()).contains("sealed");
    vault.fails(429, "too many");
    assertThat(failure(node.node().blobs().local(blob)).code()).isEqualTo(FailureCode.UNAVAILABLE);
    vault.fails(403, "permission denied");
    assertThat(failure(node.node().blobs().local(blob)).getMessage())
        .contains("storage.encryption.vault.key");
    vault.fails(404);
    assertThat(failure(node.node().blobs().local(blob)).code())
        .as("no reason to think that the object is gone")
        .isEqualTo(FailureCode.RESOURCE);

    vault.fails(503, "Vault is sealed");
    assertThat(health()).contains("unseal");
    assertThat(node.read(blob)).isEqualTo(random(5));
  }

  @Test
  void aTokenThatMayNotIsToldByTheHealthCheck() {
    open("vault", Map.of(), byToken("hvs.unknown"));

    assertThat(health()).contains("security.vault").contains("403");
    assertThat(failure(node.storing(random(7), "video/mp4", StorageClass.RESULTS)).code())
        .isEqualTo(FailureCode.RESOURCE);
  }
}
