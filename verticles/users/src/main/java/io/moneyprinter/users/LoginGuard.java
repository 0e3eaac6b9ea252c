package io.moneyprinter.users;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.threat.CheckThreat;
import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.ThreatKind;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.threat.ThreatVerdict;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the login: asks the threat detector whether an account may be tried from an
 * address, holds the trial up or refuses it, and reports those that fail. An account that does not
 * exist is treated alike. Where no detector answers, logins go on.
 */
final class LoginGuard {
  private static final Logger LOG = LoggerFactory.getLogger(LoginGuard.class);

  private final Vertx vertx;
  private final Function<String, Future<String>> names;
  private final Function<LogIn, Future<Login>> desk;

  /**
   * @param names what the account of an address is called when it is counted
   */
  LoginGuard(
      Vertx vertx, Function<String, Future<String>> names, Function<LogIn, Future<Login>> desk) {
    this.vertx = vertx;
    this.names = names;
    this.desk = desk;
  }

  Future<Login> logIn(LogIn order) {
    if (order.client() == null || order.client().address() == null) {
      return desk.apply(order);
    }
    return names.apply(order.email()).compose(account -> logIn(order, account));
  }

  private Future<Login> logIn(LogIn order, String account) {
    String address = order.client().address();
    return ThreatMessages.CHECK
        .ask(vertx.eventBus(), new CheckThreat(address, account))
        .otherwise(ThreatVerdict.PASS)
        .compose(verdict -> admit(verdict, order))
        .onFailure(
            cause -> {
              if (wrong(cause, order)) {
                report(address, account);
              }
            });
  }

  private Future<Login> admit(ThreatVerdict verdict, LogIn order) {
    return switch (verdict.act()) {
      case LOCK ->
          Future.failedFuture(
              new ServiceFailure(
                  FailureCode.QUOTA,
                  "Too many logins failed; try again in " + verdict.retryAfterSeconds() + " s"));
      case SLOW ->
          vertx.timer(Math.max(1, verdict.delayMillis())).compose(waited -> desk.apply(order));
      case PASS, NOTIFY -> desk.apply(order);
    };
  }

  /** A login that only lacks its code is no failure: it is asked for the code. */
  private static boolean wrong(Throwable cause, LogIn order) {
    return cause instanceof ServiceFailure failure
        && failure.code() == FailureCode.UNAUTHENTICATED
        && (failure.violations().isEmpty() || order.code() != null);
  }

  private void report(String address, String account) {
    ThreatMessages.REPORT
        .ask(
            vertx.eventBus(),
            new ReportThreat(ThreatKind.FAILED_LOGIN, address, account, /* key */ null))
        .onFailure(lost -> LOG.debug("A failed login was not counted: {}", lost.getMessage()));
  }
}
