package io.moneyprinter.users;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.sealing.KeyWrappers;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.users.audit.AuditConfig;
import io.moneyprinter.users.audit.Auditor;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;

/** Knows who may come in: tenants, users, sessions, API keys and tokens. */
public final class UsersVerticle extends ServiceVerticle {
  private final UsersConfig config;
  private final AuditConfig audit;
  private final EncryptionConfig encryption;
  private final VaultConfig vault;
  private final Clock clock = Clock.systemUTC();

  /** With the audit log as on one machine. */
  public UsersVerticle(UsersConfig config, Node node) {
    this(config, AuditConfig.usual(), node);
  }

  /** With secrets in clear. */
  public UsersVerticle(UsersConfig config, AuditConfig audit, Node node) {
    this(config, audit, EncryptionConfig.none(), VaultConfig.none(), node);
  }

  /**
   * @param encryption the keys that secrets in the database are encrypted by
   * @param vault where a key of {@code encryption} may be
   */
  public UsersVerticle(
      UsersConfig config,
      AuditConfig audit,
      EncryptionConfig encryption,
      VaultConfig vault,
      Node node) {
    super("users", node);
    this.encryption = encryption;
    this.vault = vault;
    this.config = config;
    this.audit = audit;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Future<Database> own = scope.database();
    return Future.join(Auditor.open(scope, audit), own)
        .compose(opened -> sealed(scope, own.result()));
  }

  /** Before anything is answered, all secrets are encrypted as the settings say. */
  private Future<?> sealed(ServiceScope scope, Database database) {
    KeyWrappers keys = new KeyWrappers(scope.vertx(), encryption, vault);
    scope.onClose(keys::close);
    RowSecrets secrets = new RowSecrets(keys.wrapper(), encryption.current().isPresent());
    return new SecretRotation(database, secrets)
        .run()
        .compose(done -> open(scope, database, secrets));
  }

  private Future<?> open(ServiceScope scope, Database database, RowSecrets secrets) {
    Node node = scope.node();
    WorkerPools pools = node.pools();
    SecureRandom random = new SecureRandom();
    Takeaway.serve(scope, database);
    AuditTrail trail = new AuditTrail(scope.bus());
    Audited audited = new Audited(trail);
    KeyRing keys =
        new KeyRing(
            scope.vertx(),
            pools,
            new SigningKeyStore(database, secrets, scope.bus()),
            config,
            clock);
    Tokens tokens = new Tokens(keys, pools, config, clock);
    AccountStore accounts = new AccountStore(database);
    SessionStore stored = new SessionStore(database);
    Sessions sessions =
        new Sessions(
            stored,
            new SessionCache(node.redis()),
            tokens,
            new Credentials(scope.bus()),
            random,
            config.sessionLifetime(),
            clock,
            trail);
    Gatekeeper gatekeeper =
        new Gatekeeper(new KeyStore(database), tokens, sessions, accounts, pools, clock);
    scope.serve(UsersMessages.AUTHENTICATE, gatekeeper::authenticate);
    scope.serve(UsersMessages.ISSUE_TOKEN, gatekeeper::issueToken);
    scope.serve(UsersMessages.KEY_SET, asked -> keys.ring().map(SigningRing::published));
    scope.serve(
        UsersMessages.ROTATE_SIGNING_KEYS,
        audited.call(
            AuditActions.SECRET_ROTATE,
            order -> keys.rotate(),
            (action, wish, answer) -> action.on("signing-key:new")));
    scope.serve(
        UsersMessages.REVOKE_SIGNING_KEY,
        audited.call(
            AuditActions.SECRET_ROTATE,
            order -> keys.revoke(order.kid()),
            (action, wish, answer) -> action.on("signing-key:" + wish.kid())));
    scope.listen(UsersMessages.SIGNING_KEYS_CHANGED, event -> keys.changed());

    OneTimeTokens links = new OneTimeTokens(random);
    Letters letters = new Letters(config.publicUrl());
    new AccountServices(
            scope,
            config,
            database,
            accounts,
            stored,
            sessions,
            links,
            letters,
            random,
            trail,
            audited,
            secrets,
            Flags.follow(scope))
        .serve(clock);
    SetupDesk setup = new SetupDesk(database, links, letters);
    scope.serve(AccessMessages.SETUP_LINK, setup::again);
    KeyFile keyFile = new KeyFile(node.data().root());
    return new FirstStart(database, pools, keyFile, random, setup)
        .run()
        .compose(settled -> keys.ring());
  }
}
