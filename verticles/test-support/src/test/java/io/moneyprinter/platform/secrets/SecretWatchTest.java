package io.moneyprinter.platform.secrets;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.settings.SecretReference;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.testsupport.VaultStub;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SecretWatchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration OFTEN = Duration.ofMillis(50);

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path folder;
  private VaultStub stub;
  private SecretManager secrets;

  @BeforeEach
  void start() {
    stub = new VaultStub(test.vertx()).put("llm", new JsonObject().put("key", "key-one"));
    secrets =
        new SecretManager(
            Map.of("SOME", "of the process"),
            new VaultConfig(
                Optional.of(stub.address()),
                Optional.empty(),
                Optional.of(VaultStub.ROOT),
                new VaultConfig.AppRole("approle", Optional.empty(), Optional.empty()),
                Optional.empty(),
                Duration.ofSeconds(15)));
  }

  private static SecretReference reference(String text) {
    return SecretReference.parse(text).orElseThrow();
  }

  private SecretWatch watch(String setting, String reference) {
    return SecretWatch.begin(test.vertx(), secrets, Map.of(setting, reference(reference)), OFTEN);
  }

  @Test
  void aChangedKeyReachesItsProviderWithoutARestart() {
    ProviderStub provider = new ProviderStub(test.vertx());
    provider.otherwise(request -> request.response().end("{}"));
    String first = secrets.value(reference("secret://vault/secret/llm#key"));
    try (ProviderClient client = client(provider, first);
        SecretWatch watch = watch("test.api-key", "secret://vault/secret/llm#key")) {
      assertThat(keyUsed(client, provider)).isEqualTo("Bearer key-one");

      stub.put("llm", new JsonObject().put("key", "key-two"));

      Await.until(
          "the new key is used",
          PATIENCE,
          () -> keyUsed(client, provider).equals("Bearer key-two"));
      answer(watch.check());
    }
  }

  private String keyUsed(ProviderClient client, ProviderStub provider) {
    answer(
        client.send(ProviderRequest.get(provider.address() + "/x"), response -> response.status()));
    return provider.last().headers().get("authorization");
  }

  private ProviderClient client(ProviderStub provider, String key) {
    return new ProviderClient(
        test.vertx(),
        test.node().meters(),
        new ProviderSettings(
            "test",
            "the test's server",
            List.of(key),
            KeyPlace.bearer(),
            Duration.ofSeconds(15),
            4096,
            new ProviderSettings.SettingNames("test.api-key", "a", "b", "c")));
  }

  @Test
  void aSecretThatNobodyTakesIsSaidToNeedARestart() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "before\n");
    try (SecretWatch watch = watch("database.password", "secret://file" + file)) {
      answer(watch.check());

      Files.writeString(file, "after\n");

      Await.until("noticed", PATIENCE, () -> watch.check().failed());
      assertThat(watch.check().cause())
          .hasMessageContaining("restart this node")
          .hasMessageContaining("database.password")
          .message()
          .doesNotContain("after");
    }
  }

  @Test
  void whenVaultIsSealedTheLastSecretStays() {
    List<String> told = new CopyOnWriteArrayList<>();
    LiveSecrets.of(test.vertx()).use("test.key", told::add);
    try (SecretWatch watch = watch("test.key", "secret://vault/secret/llm#key")) {
      stub.fails(503, "Vault is sealed");

      Await.until("noticed", PATIENCE, () -> watch.check().failed());
      Await.until("over", PATIENCE, () -> watch.check().succeeded());
      assertThat(told).isEmpty();
      stub.put("llm", new JsonObject().put("key", "key-two"));
      Await.until("told", PATIENCE, () -> told.equals(List.of("key-two")));
    }
  }

  @Test
  void aLeasedSecretIsKeptAliveAndReadAnewWhenItsLeaseIsGone() {
    stub.leasesLast(1);
    List<String> told = new CopyOnWriteArrayList<>();
    LiveSecrets.of(test.vertx()).use("test.leased", told::add);
    try (SecretWatch watch = watch("test.leased", "secret://vault/database/creds/app#password")) {
      Await.until("renewed", PATIENCE, () -> stub.count("sys/leases/renew") >= 2);
      assertThat(told).isEmpty();
      assertThat(stub.count("/v1/database/creds/app")).isEqualTo(1);

      stub.revokeLeases();

      Await.until("read anew", PATIENCE, () -> told.equals(List.of("pw-2")));
      answer(watch.check());
    }
  }

  @Test
  void whatASecretMayBeWrittenAs() {
    assertThat(secrets.value(reference("secret://env/SOME"))).isEqualTo("of the process");
    for (String wrong :
        List.of(
            "secret://vault/secret#key",
            "secret://vault/secret/../sys/x#key",
            "secret://vault/secret/app",
            "secret://vault/secret/app?list=true#key",
            "secret://env/",
            "secret://file/",
            "secret://aws/x")) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> reference(wrong)))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
