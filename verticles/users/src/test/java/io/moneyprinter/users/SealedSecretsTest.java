package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.users.GetKeySet;
import io.moneyprinter.codecs.users.KeySet;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.sealing.VaultKeyConfig;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.testsupport.VaultStub;
import io.moneyprinter.users.audit.AuditConfig;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Secrets in the users database, encrypted by the keys of the settings. */
class SealedSecretsTest {
  private static final byte[] SEED = "12345678901234567890".getBytes();

  @RegisterExtension final TestNode test = TestNode.withDatabases();

  private static EncryptionConfig keys(String current, Map<String, Integer> keys) {
    Map<String, EncryptionConfig.Key> made = new java.util.HashMap<>();
    keys.forEach(
        (name, fill) -> {
          byte[] bytes = new byte[32];
          java.util.Arrays.fill(bytes, fill.byteValue());
          made.put(name, new EncryptionConfig.Key(Base64.getEncoder().encodeToString(bytes)));
        });
    return new EncryptionConfig(Optional.ofNullable(current), made);
  }

  private Future<String> start(EncryptionConfig encryption) {
    return start(encryption, VaultConfig.none());
  }

  private Future<String> start(EncryptionConfig encryption, VaultConfig vault) {
    return test.vertx()
        .deployVerticle(
            new UsersVerticle(
                TestConfig.usual(), AuditConfig.usual(), encryption, vault, test.node()));
  }

  /** What a node that starts with these keys publishes; it is stopped again. */
  private KeySet published(EncryptionConfig encryption) {
    String node = answer(start(encryption), 60);
    KeySet set = answer(UsersMessages.KEY_SET.ask(test.vertx().eventBus(), new GetKeySet()));
    answer(test.vertx().undeploy(node));
    return set;
  }

  private Database database() {
    return answer(test.node().databases().open("users"));
  }

  private String keyOf(String table) {
    return answer(database().writer().query("SELECT secret_key FROM " + table).execute())
        .iterator()
        .next()
        .getString(0);
  }

  private Buffer secretOf(String table, String column) {
    return answer(database().writer().query("SELECT " + column + " FROM " + table).execute())
        .iterator()
        .next()
        .getBuffer(0);
  }

  @Test
  void whatLayInClearIsEncryptedAtTheNextStartAndAnewWhenTheKeyChanges() {
    KeySet before = published(EncryptionConfig.none());
    answer(
        database()
            .writer()
            .preparedQuery(
                "INSERT INTO totp (tenant, user_id, secret)"
                    + " SELECT tenant, id, $1 FROM users LIMIT 1")
            .execute(Tuple.of(Buffer.buffer(SEED))));
    assertThat(keyOf("signing_keys")).isNull();
    Buffer clear = secretOf("signing_keys", "private_key");

    assertThat(published(keys("a", Map.of("a", 1)))).as("the same key signs").isEqualTo(before);
    assertThat(keyOf("signing_keys")).isEqualTo("a");
    assertThat(keyOf("totp")).isEqualTo("a");
    assertThat(secretOf("signing_keys", "private_key").toString("ISO-8859-1"))
        .doesNotContain(clear.getString(30, 60, "ISO-8859-1"));
    assertThat(secretOf("totp", "secret").toString("ISO-8859-1")).doesNotContain(new String(SEED));

    assertThat(published(keys("b", Map.of("a", 1, "b", 2)))).isEqualTo(before);
    assertThat(keyOf("signing_keys")).isEqualTo("b");
    assertThat(keyOf("totp")).isEqualTo("b");

    String wrong = failure(start(keys("b", Map.of("b", 3)))).getMessage();
    assertThat(wrong).contains("storage.encryption.keys.b.secret");
    String missing = failure(start(EncryptionConfig.none())).getMessage();
    assertThat(missing).contains("'b'").contains("storage.encryption.keys.b.secret");

    // A secret that was put into another row opens nothing.
    answer(
        database()
            .writer()
            .query("UPDATE totp SET secret = (SELECT private_key FROM signing_keys LIMIT 1)")
            .execute());
    assertThat(failure(start(keys("b", Map.of("b", 2)))).getMessage())
        .contains("books were changed");
  }

  private EncryptionConfig inVault() {
    return new EncryptionConfig(
        Optional.of("vault"), Map.of(), new VaultKeyConfig(Optional.of("moneyprinter"), "transit"));
  }

  private KeySet published(VaultStub vault) {
    String node = answer(start(inVault(), access(vault)), 60);
    KeySet set = answer(UsersMessages.KEY_SET.ask(test.vertx().eventBus(), new GetKeySet()));
    answer(test.vertx().undeploy(node));
    return set;
  }

  private static VaultConfig access(VaultStub vault) {
    return new VaultConfig(
        Optional.of(vault.address()),
        Optional.empty(),
        Optional.of(VaultStub.ROOT),
        VaultConfig.none().approle(),
        Optional.empty(),
        Duration.ofSeconds(5));
  }

  @Test
  void aKeyInVaultSealsThemIsFollowedWhenItIsRotatedThereAndStopsTheStartWhileItIsSealed() {
    VaultStub vault = new VaultStub(test.vertx());
    KeySet before = published(EncryptionConfig.none());
    answer(
        database()
            .writer()
            .preparedQuery(
                "INSERT INTO totp (tenant, user_id, secret)"
                    + " SELECT tenant, id, $1 FROM users LIMIT 1")
            .execute(Tuple.of(Buffer.buffer(SEED))));

    assertThat(published(vault)).as("the same key signs").isEqualTo(before);
    for (String table : List.of("signing_keys", "totp")) {
      assertThat(keyOf(table)).as(table).isEqualTo("vault/moneyprinter/v1");
    }
    assertThat(secretOf("totp", "secret").toString("ISO-8859-1")).doesNotContain(new String(SEED));

    vault.rotateKeys();
    long seen = vault.count("/v1/transit/decrypt/moneyprinter");
    assertThat(published(vault)).isEqualTo(before);
    assertThat(keyOf("signing_keys")).isEqualTo("vault/moneyprinter/v2");
    assertThat(keyOf("totp")).isEqualTo("vault/moneyprinter/v2");
    assertThat(vault.count("/v1/transit/rewrap/moneyprinter")).isEqualTo(2);
    assertThat(vault.count("/v1/transit/decrypt/moneyprinter"))
        .as("only the key that signs is opened")
        .isEqualTo(seen + 1);

    vault.fails(503, "Vault is sealed");
    Throwable sealed = failure(start(inVault(), access(vault)));
    assertThat(sealed).hasMessageContaining("sealed");
    vault.fails(403, "permission denied");
    assertThat(failure(start(inVault(), access(vault))))
        .hasMessageContaining("storage.encryption.vault.key");
    assertThat(failure(start(EncryptionConfig.none())).getMessage())
        .contains("vault/moneyprinter/v2")
        .contains("storage.encryption.vault.key");
  }
}
