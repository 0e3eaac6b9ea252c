package io.moneyprinter.platform.database;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabasesTest {
  private static final String QUEUE = "queue";

  @RegisterExtension private final TestNode test = TestNode.withDatabases();

  private Databases another() {
    return new Databases(test.vertx(), test.access());
  }

  @Test
  void scriptsThatHaveRunAreNotLookedThroughAgain() {
    Database database = answer(another().open(QUEUE), 60);
    spoil(database);

    Database again = answer(another().open(QUEUE), 60);

    assertThat(answer(again.ping())).isNotNull();
  }

  @Test
  void aDatabaseWithoutANoteIsLookedThrough() {
    Database database = answer(another().open(QUEUE), 60);
    spoil(database);
    execute(database, "COMMENT ON TABLE flyway_schema_history IS NULL");

    assertThatThrownBy(() -> answer(another().open(QUEUE), 60)).hasMessageContaining("checksum");
  }

  @Test
  void aDatabaseOfOtherScriptsIsBroughtUpToDate() {
    Database database = answer(another().open(QUEUE), 60);
    execute(database, "DROP SCHEMA public CASCADE");
    execute(database, "CREATE SCHEMA public");

    Database again = answer(another().open(QUEUE), 60);

    assertThat(answer(again.writer().query("SELECT 1 FROM ticket").execute()).size()).isZero();
  }

  @Test
  void nodesThatStartTogetherBringItUpToDateOnce() {
    DatabaseAccess fresh =
        new DatabaseAccess(
            test.access().host(),
            test.access().port(),
            test.access().user(),
            test.access().password(),
            List.of(),
            test.access().prefix() + "_fresh",
            2);
    Databases one = new Databases(test.vertx(), fresh);
    Databases other = new Databases(test.vertx(), fresh);

    answer(Future.join(one.open(QUEUE), other.open(QUEUE)), 60);

    Database opened = answer(new Databases(test.vertx(), fresh).open(QUEUE), 60);
    assertThat(
            answer(
                    opened
                        .writer()
                        .query("SELECT count(*) FROM flyway_schema_history WHERE success")
                        .execute())
                .iterator()
                .next()
                .getInteger(0))
        .isEqualTo(2);
  }

  /** Flyway would not let a script through whose checksum differs. */
  private static void spoil(Database database) {
    execute(database, "UPDATE flyway_schema_history SET checksum = checksum + 1");
  }

  private static void execute(Database database, String sql) {
    answer(database.writer().query(sql).execute());
  }
}
