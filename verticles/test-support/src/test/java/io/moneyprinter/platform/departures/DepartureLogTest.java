package io.moneyprinter.platform.departures;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.DepartureList;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody who left is passed over, whatever fails, and nobody is asked for for ever. */
class DepartureLogTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private final List<Departure> departures = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private Instant now = START;
  private String failing = "";
  private Database database;
  private DepartureLog log;

  @BeforeEach
  void start() {
    database = answer(test.node().databases().open("queue"), 60);
    answer(
        database
            .writer()
            .query(
                "CREATE TABLE departure_cursor (single boolean PRIMARY KEY DEFAULT true,"
                    + " number bigint NOT NULL)")
            .execute());
    log =
        new DepartureLog(
            test.vertx().eventBus(),
            database,
            gone -> {
              forgotten.add(gone.subject());
              return gone.subject().equals(failing)
                  ? Future.failedFuture("not now")
                  : Future.succeededFuture();
            },
            () -> now);
  }

  private MessageConsumer<Object> serve() {
    return AccountMessages.DEPARTURES.serve(
        test.vertx().eventBus(),
        asked ->
            Future.succeededFuture(
                new DepartureList(
                    departures.stream()
                        .filter(gone -> gone.number() > asked.after())
                        .limit(asked.limit())
                        .toList())));
  }

  private List<String> look() {
    forgotten.clear();
    answer(log.look());
    return List.copyOf(forgotten);
  }

  @Test
  void everybodyIsForgottenUntilNothingOfThemCanComeAnyMore() {
    departures.add(new Departure(1, "a", "ada", false, START));
    departures.add(new Departure(2, "b", "bob", true, START.minus(Duration.ofDays(1))));
    assertThat(look()).as("the users service is away").isEmpty();

    serve();
    failing = "ada";
    assertThat(look()).containsExactly("ada", "bob");
    now = START.plus(DepartureLog.SETTLED).plusSeconds(1);
    assertThat(look()).as("it did not work").containsExactly("ada", "bob");
    failing = "";
    assertThat(look()).as("for the last time").containsExactly("ada", "bob");
    assertThat(look()).isEmpty();

    departures.add(new Departure(3, "a", "eve", false, now));
    assertThat(look()).containsExactly("eve");
    assertThat(look()).as("she left just now").containsExactly("eve");
  }

  @Test
  void aLongListIsReadInPages() {
    serve();
    for (int number = 1; number <= 250; number++) {
      departures.add(new Departure(number, "a", "u" + number, false, START));
    }

    assertThat(look()).hasSize(250).doesNotHaveDuplicates();
  }
}
