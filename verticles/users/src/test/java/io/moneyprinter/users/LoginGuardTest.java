package io.moneyprinter.users;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.threat.CheckThreat;
import io.moneyprinter.codecs.threat.ReportThreat;
import io.moneyprinter.codecs.threat.ThreatAct;
import io.moneyprinter.codecs.threat.ThreatMessages;
import io.moneyprinter.codecs.threat.ThreatNoted;
import io.moneyprinter.codecs.threat.ThreatVerdict;
import io.moneyprinter.codecs.users.Client;
import io.moneyprinter.codecs.users.LogIn;
import io.moneyprinter.codecs.users.Login;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginGuardTest {
  private static final ServiceFailure WRONG =
      new ServiceFailure(FailureCode.UNAUTHENTICATED, "The password is wrong");

  @RegisterExtension final TestNode test = TestNode.plain();
  private final List<ReportThreat> reports = new CopyOnWriteArrayList<>();
  private final List<CheckThreat> checks = new CopyOnWriteArrayList<>();
  private final AtomicInteger tried = new AtomicInteger();
  private ThreatVerdict verdict = ThreatVerdict.PASS;

  private LoginGuard guard(Supplier<Future<Login>> outcome) {
    return new LoginGuard(
        test.vertx(),
        email -> Future.succeededFuture("acme/ada"),
        order -> {
          tried.incrementAndGet();
          return outcome.get();
        });
  }

  private void detector() {
    ThreatMessages.CHECK.serve(
        test.vertx().eventBus(),
        asked -> {
          checks.add(asked);
          return Future.succeededFuture(verdict);
        });
    ThreatMessages.REPORT.serve(
        test.vertx().eventBus(),
        report -> {
          reports.add(report);
          return Future.succeededFuture(new ThreatNoted());
        });
  }

  private static LogIn order(String code) {
    return new LogIn("Ada@Example.org", "guess", code, new Client("192.0.2.7", "Testing"));
  }

  @Test
  void aWrongPasswordOrCodeIsReportedAndAMissingCodeIsNot() {
    detector();
    assertThat(failure(guard(() -> Future.failedFuture(WRONG)).logIn(order(null)))).isSameAs(WRONG);
    ServiceFailure code =
        new ServiceFailure(
            FailureCode.UNAUTHENTICATED,
            "A code is needed",
            ServiceFailure.invalid("/code", "is needed").violations());
    failure(guard(() -> Future.failedFuture(code)).logIn(order(null)));
    failure(guard(() -> Future.failedFuture(code)).logIn(order("123456")));
    failure(
        guard(() -> Future.failedFuture(new ServiceFailure(FailureCode.UNAVAILABLE, "database")))
            .logIn(order(null)));

    Await.until("reported", Duration.ofSeconds(5), () -> reports.size() == 2);
    assertThat(reports.get(0).account()).isEqualTo("acme/ada");
    assertThat(reports.get(0).address()).isEqualTo("192.0.2.7");
    assertThat(checks).hasSize(4);
  }

  @Test
  void whoIsLockedIsNotTriedAndWhoIsSlowedDownWaits() {
    detector();
    verdict = new ThreatVerdict(ThreatAct.LOCK, 0, 90);
    ServiceFailure locked = failure(guard(() -> Future.failedFuture(WRONG)).logIn(order(null)));
    assertThat(locked.code()).isEqualTo(FailureCode.QUOTA);
    assertThat(locked).hasMessageContaining("90 s");
    assertThat(tried).hasValue(0);

    verdict = new ThreatVerdict(ThreatAct.SLOW, 200, 0);
    long began = System.nanoTime();
    failure(guard(() -> Future.failedFuture(WRONG)).logIn(order(null)));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(190));
    assertThat(tried).hasValue(1);
  }

  @Test
  void withoutADetectorLoginsGoOn() {
    assertThat(answer(guard(() -> Future.succeededFuture(null)).logIn(order(null)))).isNull();
    assertThat(tried).hasValue(1);
  }
}
