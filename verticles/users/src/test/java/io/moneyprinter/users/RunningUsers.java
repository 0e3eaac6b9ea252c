package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.ListAudit;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Authenticate;
import io.moneyprinter.codecs.users.Caller;
import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.codecs.users.RefreshLogin;
import io.moneyprinter.codecs.users.Register;
import io.moneyprinter.codecs.users.UsersMessages;
import io.moneyprinter.codecs.users.VerifyEmail;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.testsupport.TestEngines;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.users.password.PasswordConfig;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The users service of one test class, with a mail server, and what a client asks of it. */
final class RunningUsers implements BeforeAllCallback, AfterAllCallback {
  static final String PASSWORD = "correct horse battery";
  private static final Client CLIENT = new Client("192.0.2.7", "Testing/1.0");

  private final TestNode node = TestNode.withDatabases();
  private final PasswordConfig passwords;
  private UsersConfig config;
  private final boolean issuing;
  private IssuerStub issuer;
  private SmtpStub post;
  private Database database;
  private int people;

  RunningUsers() {
    this(TestConfig.CHEAP);
  }

  RunningUsers(PasswordConfig passwords) {
    this(passwords, false);
  }

  private RunningUsers(PasswordConfig passwords, boolean issuing) {
    this.passwords = passwords;
    this.issuing = issuing;
  }

  /** With an issuer whose people all get accounts. */
  static RunningUsers withIssuer() {
    return new RunningUsers(TestConfig.CHEAP, true);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    node.open(TestEngines.of(context));
    post = new SmtpStub(node.vertx());
    SmtpConfig smtp =
        new SmtpConfig(
            Optional.of("127.0.0.1"),
            post.port(),
            Optional.empty(),
            Optional.empty(),
            SmtpConfig.Security.NONE,
            "videos@example.org");
    issuer = issuing ? new IssuerStub(node.vertx()) : null;
    config =
        TestConfig.with(
            passwords,
            smtp,
            TestConfig.openId(Optional.ofNullable(issuer).map(IssuerStub::address), true));
    deploy();
    database = answer(node.node().databases().open("users"));
  }

  /** Starts an instance; each further one takes its share of the questions. */
  void deploy() {
    answer(node.vertx().deployVerticle(new UsersVerticle(config, node.node())), 60);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    node.close();
  }

  TestNode node() {
    return node;
  }

  IssuerStub issuer() {
    return issuer;
  }

  /** The newest of what was written into the audit log. */
  List<AuditEntry> audit() {
    return answer(
            ask(
                AuditMessages.LIST,
                new ListAudit(
                    ListAudit.MOST, null, null, null, null, null, null, null, null, null)))
        .entries();
  }

  SmtpStub post() {
    return post;
  }

  /** The key that the first start leaves. */
  String ownerKey() throws java.io.IOException {
    Path file = node.node().data().root().resolve("api-key");
    return Files.readString(file).strip();
  }

  <Q extends Record, R extends Record> Future<R> ask(Endpoint<Q, R> to, Q what) {
    return to.ask(node.vertx().eventBus(), what);
  }

  /** Asks in somebody's name, as the gateway does. */
  <Q extends Record, R extends Record> Future<R> as(Caller caller, Endpoint<Q, R> to, Q what) {
    return to.ask(
        node.vertx().eventBus(),
        what,
        new CallContext("test", caller.tenant(), caller.subject(), null));
  }

  /** A connection of its own, for a transaction that is held open. */
  Future<SqlConnection> connection() {
    return database.writer().getConnection();
  }

  /** Looks at, or changes, what is really stored. */
  RowSet<Row> sql(String statement) {
    return answer(database.writer().query(statement).execute());
  }

  String newAddress() {
    return "ada" + ++people + "@example.org";
  }

  /** Somebody with a confirmed address and a tenant of their own. */
  String person() {
    String email = newAddress();
    answer(ask(AccountMessages.REGISTER, new Register(email, PASSWORD, "Ada")));
    String token = post.letterTo(email, 1).secret();
    answer(ask(AccountMessages.VERIFY_EMAIL, new VerifyEmail(token)));
    return email;
  }

  /** The same, logged in. */
  Caller personCaller() {
    return answer(caller(answer(logIn(person(), PASSWORD))));
  }

  Future<Login> logIn(String email, String password) {
    return logIn(email, password, null);
  }

  Future<Login> logIn(String email, String password, String code) {
    return ask(AccountMessages.LOG_IN, new LogIn(email, password, code, CLIENT));
  }

  Future<Caller> caller(Login login) {
    return token(login.accessToken());
  }

  Future<Caller> token(String text) {
    return ask(UsersMessages.AUTHENTICATE, new Authenticate(Authenticate.Kind.BEARER_TOKEN, text));
  }

  Future<Caller> key(String text) {
    return ask(UsersMessages.AUTHENTICATE, new Authenticate(Authenticate.Kind.API_KEY, text));
  }

  Future<Caller> localOwner() {
    return ask(UsersMessages.AUTHENTICATE, new Authenticate(Authenticate.Kind.LOCAL_OWNER, ""));
  }

  Future<Login> renew(String token) {
    return ask(AccountMessages.REFRESH, new RefreshLogin(token, CLIENT));
  }
}
