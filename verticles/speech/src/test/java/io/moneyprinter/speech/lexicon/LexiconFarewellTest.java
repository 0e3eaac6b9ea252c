package io.moneyprinter.speech.lexicon;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.speech.Lexicon;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.testsupport.TestNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LexiconFarewellTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();

  @Test
  void theLexiconsOfATenantThatIsNoMoreAreForgottenAndNoOthers() {
    Database database = answer(test.node().databases().open("speech"), 60);
    LexiconStore store = new LexiconStore(database);
    for (String tenant : List.of("stays", "gone")) {
      answer(store.replace(tenant, new Lexicon("en", Map.of("GIF", "jif"))));
    }
    LexiconFarewell farewell = new LexiconFarewell(database);

    answer(farewell.forget(new Departure(1, "stays", "ann", false, Instant.now())));
    answer(farewell.forget(new Departure(2, "gone", "bob", true, Instant.now())));
    answer(farewell.forget(new Departure(2, "gone", "bob", true, Instant.now())));

    assertThat(answer(store.entries("gone", List.of("en")))).isEmpty();
    assertThat(answer(store.entries("stays", List.of("en")))).containsEntry("GIF", "jif");
  }
}
