package io.moneyprinter.platform.vault;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.testsupport.VaultStub;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultClientTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @RegisterExtension final TestNode test = TestNode.plain();
  private VaultStub stub;

  @BeforeEach
  void start() {
    stub = new VaultStub(test.vertx());
    stub.put("app/smtp", new JsonObject().put("password", "old-pass").put("port", 587));
    stub.put("app/smtp", new JsonObject().put("password", "new-pass").put("port", 465));
  }

  /** Patient, as the machine may be busy. */
  private VaultClient withToken(String token) {
    return withToken(token, Duration.ofSeconds(15));
  }

  private VaultClient withToken(String token, Duration timeout) {
    return new VaultClient(
        test.vertx(),
        new VaultConfig(
            Optional.of(stub.address()),
            Optional.empty(),
            Optional.of(token),
            new VaultConfig.AppRole("approle", Optional.empty(), Optional.empty()),
            Optional.empty(),
            timeout));
  }

  private VaultClient withRole(String secretId) {
    return new VaultClient(
        test.vertx(),
        new VaultConfig(
            Optional.of(stub.address() + "/"),
            Optional.of("team-a"),
            Optional.empty(),
            new VaultConfig.AppRole(
                "approle", Optional.of(VaultStub.ROLE_ID), Optional.of(secretId)),
            Optional.empty(),
            Duration.ofSeconds(15)));
  }

  private String password(VaultClient vault, Integer version) {
    return answer(vault.read("secret/app/smtp", version)).fields().get("password");
  }

  @Test
  void readsTheNewestAndANamedVersion() {
    VaultClient vault = withToken(VaultStub.ROOT);

    VaultSecret newest = answer(vault.read("secret/app/smtp", null));

    assertThat(newest.fields()).containsEntry("password", "new-pass").containsEntry("port", "465");
    assertThat(newest.leased()).isFalse();
    assertThat(newest.toString()).doesNotContain("new-pass");
    assertThat(password(vault, 1)).isEqualTo("old-pass");
    assertThat(stub.count("/sys/internal/ui/mounts/secret/app/smtp")).isEqualTo(1);
  }

  @Test
  void takesAHiddenMountForKeyValueVersion2() {
    stub.hideMounts();

    assertThat(password(withToken(VaultStub.ROOT), null)).isEqualTo("new-pass");
  }

  @Test
  void saysThatASecretIsMissingOrDeleted() {
    VaultClient vault = withToken(VaultStub.ROOT);
    stub.delete("app/smtp");

    assertThat(failure(vault.read("secret/app/smtp", null)))
        .hasMessageContaining("nothing to read secret/app/smtp")
        .hasMessageContaining("not deleted");
    assertThat(failure(vault.read("secret/app/none", null)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(password(vault, 1)).isEqualTo("old-pass");
  }

  @Test
  void logsInByAppRoleAndAgainWhenTheTokenIsRevoked() {
    VaultClient vault = withRole(VaultStub.SECRET_ID);
    assertThat(password(vault, null)).isEqualTo("new-pass");

    stub.revokeTokens();

    assertThat(password(vault, null)).isEqualTo("new-pass");
    assertThat(stub.count("POST /v1/auth/approle/login")).isEqualTo(2);
    ServiceFailure refused = failure(withRole("wrong-id-of-mine").read("secret/app/smtp", null));
    assertThat(refused)
        .hasMessageContaining("invalid role or secret ID")
        .message()
        .doesNotContain("wrong-id-of-mine");
  }

  @Test
  void renewsItsTokenBeforeItEnds() {
    stub.tokensLast(1);
    VaultClient vault = withToken(VaultStub.ROOT);
    answer(vault.ping());

    Await.until("renewed twice", PATIENCE, () -> stub.count("renew-self") >= 2);

    stub.tokensLast(3600);
    long before = stub.count("renew-self");
    Await.until("renewed again", PATIENCE, () -> stub.count("renew-self") > before);
    answer(vault.close());
  }

  @Test
  void aRevokedTokenThatWasGivenIsSaidToBe() {
    VaultClient vault = withToken("hvs.not-known");

    ServiceFailure failure = failure(vault.read("secret/app/smtp", null));

    assertThat(failure.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(failure)
        .hasMessageContaining("permission denied")
        .hasMessageContaining("security.vault")
        .message()
        .doesNotContain("hvs.not-known");
  }

  @ParameterizedTest
  @CsvSource({
    "400, no handler for route, INVALID, malformed",
    "403, permission denied, FORBIDDEN, policy",
    "404, '', NOT_FOUND, check mount",
    "412, required index state not present, UNAVAILABLE, up to date",
    "429, rate limit quota exceeded, UNAVAILABLE, limits how often",
    "500, internal error, UNAVAILABLE, internal error",
    "503, Vault is sealed, UNAVAILABLE, unseal",
    "503, standby, UNAVAILABLE, is a standby",
    "307, '', INVALID, active node"
  })
  void everyTroubleHasItsSentence(int status, String words, FailureCode code, String said) {
    VaultClient vault = withToken(VaultStub.ROOT);
    answer(vault.read("secret/app/smtp", null));
    stub.fails(status, words);

    ServiceFailure failure = failure(vault.read("secret/app/smtp", null));

    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure).hasMessageContaining(said).message().doesNotContain(VaultStub.ROOT);
  }

  @Test
  void whatIsNotVaultsAnswerIsSaidWithoutQuotingIt() {
    VaultClient vault = withToken(VaultStub.ROOT, Duration.ofSeconds(3));
    answer(vault.ping());

    stub.next(request -> request.response().end("{\"data\": {\"password\": \"half-a-sec"));
    assertThat(failure(vault.ping()))
        .hasMessageContaining("is not Vault's")
        .message()
        .doesNotContain("half-a-sec");
    stub.next(request -> {}); // never answers
    assertThat(failure(vault.ping()).code()).isEqualTo(FailureCode.TIMEOUT);
    stub.next(request -> request.connection().close());
    assertThat(failure(vault.ping()).code()).isEqualTo(FailureCode.UNAVAILABLE);
    stub.close();
    assertThat(failure(vault.ping())).hasMessageContaining("cannot be reached");
  }

  @Test
  void leasesAreRenewedAsLongAsVaultKnowsThem() {
    VaultClient vault = withToken(VaultStub.ROOT);
    stub.leasesLast(100);
    VaultSecret creds = answer(vault.read("database/creds/app", null));

    assertThat(creds.leased()).isTrue();
    assertThat(answer(vault.renewLease(creds.leaseId(), Duration.ofSeconds(60))))
        .isEqualTo(Duration.ofSeconds(100));
    stub.revokeLeases();
    assertThat(failure(vault.renewLease(creds.leaseId(), Duration.ofSeconds(60))))
        .hasMessageContaining("lease not found");
  }

  @Test
  void transitEncryptsDecryptsAndRewraps() {
    VaultTransit transit = new VaultTransit(withToken(VaultStub.ROOT), "transit");
    byte[] plain = "data key ☕".getBytes(StandardCharsets.UTF_8);
    byte[] context = {1, 2, 3};

    String first = answer(transit.encrypt("storage", plain, context));
    String second = answer(transit.rewrap("storage", first, context));

    assertThat(first).startsWith("vault:v1:");
    assertThat(second).startsWith("vault:v2:");
    assertThat(answer(transit.decrypt("storage", second, context))).isEqualTo(plain);
    assertThat(failure(transit.decrypt("storage", second, null)).code())
        .isEqualTo(FailureCode.INVALID);
  }
}
