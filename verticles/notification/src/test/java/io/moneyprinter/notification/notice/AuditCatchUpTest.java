package io.moneyprinter.notification.notice;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.audit.AuditActions;
import io.moneyprinter.codecs.audit.AuditEntry;
import io.moneyprinter.codecs.audit.AuditMessages;
import io.moneyprinter.codecs.audit.AuditOutcome;
import io.moneyprinter.codecs.audit.AuditPage;
import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was written into the audit log while nobody listened. */
class AuditCatchUpTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  /** Oldest first. */
  private final List<AuditEntry> log = new ArrayList<>();

  private final List<String> told = new ArrayList<>();
  private volatile boolean broken;
  private AuditCatchUp catchUp;

  @BeforeEach
  void serve() {
    Database database = answer(test.node().databases().open("notification"), 60);
    AuditMessages.LIST.serve(
        test.vertx().eventBus(),
        wish -> {
          List<AuditEntry> found = new ArrayList<>();
          for (int i = log.size() - 1; i >= 0 && found.size() < Math.min(wish.limit(), 2); i--) {
            if (wish.before() == null || log.get(i).sequence() < wish.before()) {
              found.add(log.get(i));
            }
          }
          boolean more = !found.isEmpty() && found.get(found.size() - 1) != log.get(0);
          return Future.succeededFuture(
              new AuditPage(found, more ? found.get(found.size() - 1).sequence() : null));
        });
    catchUp = new AuditCatchUp(database, test.vertx().eventBus(), this::tell, Clock.systemUTC());
  }

  private Future<?> tell(RecordAudit action, Instant at) {
    if (broken && action.id().equals("5")) {
      return Future.failedFuture("not now");
    }
    told.add(action.id());
    return Future.succeededFuture();
  }

  private void happens(long sequence, Instant at) {
    log.add(
        new AuditEntry(
            sequence,
            Long.toString(sequence),
            at,
            AuditActions.KEY_CREATE,
            AuditOutcome.SUCCESS,
            "local",
            "anna",
            null,
            null,
            "c",
            Map.of(),
            "",
            ""));
  }

  @Test
  void isReadOnFromWhereItWasReadAndEachActionToldInItsOrder() {
    Instant now = Instant.now();
    happens(1, now);
    happens(2, now);
    answer(catchUp.look());
    assertThat(told).as("of before it ran for the first time").isEmpty();

    happens(3, now.minus(Duration.ofDays(8)));
    for (long i = 4; i <= 7; i++) {
      happens(i, now);
    }
    broken = true;
    answer(catchUp.look());
    assertThat(told).containsExactly("4");
    broken = false;
    answer(catchUp.look());
    answer(catchUp.look());

    assertThat(told).containsExactly("4", "5", "6", "7");
  }
}
