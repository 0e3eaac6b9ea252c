package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.BeginOpenId;
import io.moneyprinter.codecs.users.FinishOpenId;
import io.moneyprinter.codecs.users.GetLoginMethods;
import io.moneyprinter.codecs.users.LoginMethods;
import io.moneyprinter.codecs.users.OpenIdReturn;
import io.moneyprinter.codecs.users.OpenIdStart;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.users.oidc.OpenIdClient;
import io.moneyprinter.users.oidc.OpenIdIdentity;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Lets people log in at the configured issuer. An attempt ends in the browser that began it. */
final class OpenIdDesk {
  private final Database database;
  private final Optional<OpenIdClient> client;
  private final IdentityStore identities;
  private final OneTimeTokens tokens;
  private final Letters letters;
  private final SecureRandom random;
  private final BooleanSupplier registration;

  /** One login on its way. */
  private record Attempt(String verifier, String nonce) {}

  /**
   * @param client empty where no issuer is set up
   * @param registration whether everybody may make an account at present
   */
  OpenIdDesk(
      Database database,
      Optional<OpenIdClient> client,
      IdentityStore identities,
      OneTimeTokens tokens,
      Letters letters,
      SecureRandom random,
      BooleanSupplier registration) {
    this.database = database;
    this.client = client;
    this.identities = identities;
    this.tokens = tokens;
    this.letters = letters;
    this.random = random;
    this.registration = registration;
  }

  Future<LoginMethods> methods(GetLoginMethods order) {
    return Future.succeededFuture(
        new LoginMethods(registration.getAsBoolean(), client.isPresent()));
  }

  Future<OpenIdStart> begin(BeginOpenId order) {
    Secret state = Secret.generate(random);
    Secret browser = Secret.generate(random);
    String verifier = Secret.generate(random).text();
    String nonce = Secret.generate(random).text();
    return issuer()
        .authorizeUrl(state.text(), nonce, verifier)
        .compose(
            url ->
                database
                    .writer()
                    .preparedQuery(
                        """
                        INSERT INTO open_id_attempts (state, browser, verifier, nonce, expires_at)
                        VALUES ($1, $2, $3, $4, now() + interval '10 minutes')""")
                    .execute(
                        Tuple.of(
                            Buffer.buffer(state.hash()),
                            Buffer.buffer(browser.hash()),
                            verifier,
                            nonce))
                    .map(kept -> new OpenIdStart(url, browser.text())));
  }

  Future<OpenIdReturn> finish(FinishOpenId order) {
    OpenIdClient issuer = issuer();
    return take(order)
        .compose(
            attempt ->
                attempt.isEmpty()
                    ? refused(
                        "This login was not begun in this browser, or took too long; begin"
                            + " again")
                    : issuer.identify(
                        order.code(), attempt.get().nonce(), attempt.get().verifier()))
        .compose(identity -> ticket(identity, new Secret(order.browser())))
        .map(secret -> letters.link(OneTimeTokens.Purpose.LOGIN, secret))
        .map(OpenIdReturn::new);
  }

  /** Uses the attempt up, whatever comes of it; those that ran out go with it. */
  private Future<Optional<Attempt>> take(FinishOpenId order) {
    String browser = order.browser() == null ? "" : order.browser();
    return database
        .writer()
        .preparedQuery(
            """
            DELETE FROM open_id_attempts WHERE state = $1 OR expires_at < now()
            RETURNING verifier, nonce,
              state = $1 AND browser = $2 AND expires_at >= now() AS good""")
        .execute(
            Tuple.of(
                Buffer.buffer(new Secret(order.state()).hash()),
                Buffer.buffer(new Secret(browser).hash())))
        .map(
            rows -> {
              for (Row row : rows) {
                if (row.getBoolean("good")) {
                  return Optional.of(
                      new Attempt(row.getString("verifier"), row.getString("nonce")));
                }
              }
              return Optional.empty();
            });
  }

  private Future<Secret> ticket(OpenIdIdentity identity, Secret browser) {
    return database
        .writer()
        .withTransaction(
            transaction ->
                identities
                    .accountOf(transaction, identity)
                    .compose(
                        account ->
                            account.isPresent()
                                ? tokens.issueLogin(transaction, account.get(), browser)
                                : refused("Nobody has invited you here yet; ask an admin")));
  }

  private OpenIdClient issuer() {
    return client.orElseThrow(
        () -> ServiceFailure.notFound("No issuer is set up here (users.open-id.issuer)"));
  }

  private static <T> Future<T> refused(String message) {
    return Future.failedFuture(new ServiceFailure(FailureCode.UNAUTHENTICATED, message));
  }
}
