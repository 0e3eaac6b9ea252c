package io.moneyprinter.orchestration;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.batch.Batch;
import io.moneyprinter.codecs.batch.BatchFormat;
import io.moneyprinter.codecs.batch.BatchMessages;
import io.moneyprinter.codecs.batch.BatchOptions;
import io.moneyprinter.codecs.batch.BatchRow;
import io.moneyprinter.codecs.batch.CheckBatch;
import io.moneyprinter.codecs.batch.CheckedBatch;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.ListBatches;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.batch.RowState;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionPresets;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What may be written into a batch, and what becomes of it. */
class BatchContentTest {
  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private Bench bench;
  private BatchBench batches;

  @BeforeEach
  void start() {
    bench = new Bench(test);
    bench.start(Bench.CONFIG);
    batches = new BatchBench(test, bench, CallContext.LOCAL_TENANT);
  }

  private VideoBrief brief(Batch batch, int row) {
    bench.until("row " + row + " is ordered", () -> row(batch, row).jobId() != null);
    return bench.job(row(batch, row).jobId()).brief();
  }

  private BatchRow row(Batch batch, int number) {
    return batches.rows(batch.id()).get(number - 1);
  }

  @Test
  void csvLeadsIntoObjectsAndKeepsCommasAndLinesWithinQuotes() {
    Batch batch =
        batches.create(
            BatchFormat.CSV,
            """
            title,script,rate,music.mood,canvas,formats,metadata.id
            Tea,"Warm the pot, then wait.
            Pour.",1.25,none,16:9,"[""1:1""]",7

            2024,"[Softly] Begin.",,,,,
            """);
    assertThat(batch.rows()).isEqualTo(2);
    VideoBrief first = brief(batch, 1);
    assertThat(first.script()).isEqualTo("Warm the pot, then wait.\nPour.");
    assertThat(first.rate()).isEqualTo(1.25);
    assertThat(first.music().mood()).isEqualTo(MusicBrief.Mood.NONE);
    assertThat(first.canvas()).isEqualTo(Canvas.named("16:9"));
    assertThat(first.formats()).containsExactly(Canvas.named("1:1"));
    assertThat(first.metadata()).containsEntry("id", "7");
    VideoBrief second = brief(batch, 2);
    assertThat(second.title()).isEqualTo("2024");
    assertThat(second.script()).isEqualTo("[Softly] Begin.");
    assertThat(second.canvas()).isEqualTo(Canvas.PORTRAIT);
    assertThat(row(batch, 2).title()).isEqualTo("2024");
    assertThat(row(batch, 2).line()).isGreaterThan(row(batch, 1).line());
    assertThat(bench.job(row(batch, 1).jobId()).priority()).isEqualTo(Priority.LOW);
  }

  @Test
  void aBatchIsLookedOverWithoutBeingMade() {
    CreateBatch order =
        new CreateBatch(
            BatchFormat.CSV, "title,script,rate\nTea,Pour.,1\nToo fast,Pour.,9\n", null, null);
    CheckedBatch checked = answer(BatchMessages.CHECK.ask(bench.bus(), new CheckBatch(order)));
    assertThat(checked.rows()).isEqualTo(2);
    assertThat(checked.invalid()).isEqualTo(1);
    assertThat(checked.first()).extracting(BatchRow::number).containsExactly(2, 1);
    BatchRow wrong = checked.first().get(0);
    assertThat(wrong.state()).isEqualTo(RowState.INVALID);
    assertThat(wrong.line()).isEqualTo(3);
    assertThat(wrong.failure().message()).contains("rate");
    assertThat(answer(BatchMessages.LIST.ask(bench.bus(), new ListBatches(null, 5))).batches())
        .isEmpty();
  }

  @Test
  void theExampleIsABatch() throws IOException {
    Batch batch =
        batches.create(BatchFormat.CSV, Files.readString(Path.of("../../conf/examples/batch.csv")));
    assertThat(batch.rows()).isEqualTo(3);
    assertThat(batches.rows(batch.id()))
        .extracting(BatchRow::title)
        .containsExactly("Why the sky is blue", "How bees find home", "What ice remembers");
  }

  @Test
  void aRowChangesTheBase() {
    Batch batch =
        batches.create(
            BatchFormat.JSON,
            """
            {"rows": [{"script": "One."}, {"script": "Two.", "music": {"volume": -20}}],
             "name": "Numbers", "priority": "high", "openJobs": 2,
             "base": {"rate": 1.5, "music": {"mood": "bright"}}}
            """);
    assertThat(batch.name()).isEqualTo("Numbers");
    assertThat(batch.openJobs()).isEqualTo(2);
    assertThat(brief(batch, 1).rate()).isEqualTo(1.5);
    VideoBrief second = brief(batch, 2);
    assertThat(second.music()).isEqualTo(new MusicBrief(MusicBrief.Mood.BRIGHT, -20.0));
    assertThat(bench.job(row(batch, 2).jobId()).priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void everythingThatIsWrongIsToldByRowAndKeyAndNothingIsBegun() {
    ServiceFailure refused =
        failure(
            batches.asks(
                BatchFormat.CSV,
                """
                script,rate,music.mood
                Good.,1,calm
                Bad.,9,loud
                Good.,1.0,
                ,,
                Fast.,much,
                """
                    .replace(",,\n", "\"\",1,\n"),
                BatchOptions.NONE));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.getMessage()).contains("3 of 5 rows");
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .contains("/rows/1/music/mood", "/rows/3", "/rows/4/rate");
    assertThat(refused.violations().get(0).message()).startsWith("Row 2 (line 3), music.mood: ");
    assertThat(batches.jobs()).isZero();
    assertThat(batches.sql("SELECT 1 FROM batch")).isZero();
  }

  @Test
  void badRowsArePassedOverWhenWanted() {
    Batch batch =
        answer(
            batches.asks(
                BatchFormat.NDJSON,
                "{\"script\": \"Good.\"}\nnonsense\n[1]\n\n{\"scrpt\": 1}\n{\"script\": \"Also.\"}",
                new BatchOptions(null, null, null, OnInvalid.SKIP, null, null)));
    assertThat(batch.counts().invalid()).isEqualTo(3);
    List<BatchRow> rows = batches.rows(batch.id());
    assertThat(rows.subList(1, 4)).extracting(BatchRow::state).containsOnly(RowState.INVALID);
    assertThat(rows.get(1).failure().message()).contains("Row 2 (line 2)").contains("no JSON");
    assertThat(rows.get(3).failure().message()).contains("(line 5), scrpt").contains("script");
    assertThat(brief(batch, 5).script()).isEqualTo("Also.");
    bench.until("both good ones are ordered", () -> batches.jobs() == 2);
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheRemedy() {
    refused(BatchFormat.JSON, "[{'script': 'a'},", "line 1");
    refused(BatchFormat.JSON, "[{'script': 'a'}] []", "follows");
    refused(BatchFormat.JSON, "{'rows': 3}", "must be a list");
    refused(BatchFormat.JSON, "3", "a list of rows is wanted");
    refused(BatchFormat.JSON, "{'rows': [{'script': 'a'}], 'row': 1}", "no key 'row'");
    refused(BatchFormat.JSON, "{'rows': [{'script': 'a'}], 'priority': 'x'}", "low, normal, high");
    refused(BatchFormat.JSON, "{'rows': [{'script': 'a'}], 'openJobs': 0}", "1 to 1000");
    refused(BatchFormat.JSON, "{'rows': [{'script': 'a'}], 'base': []}", "an object");
    refused(BatchFormat.JSON, "[{'template': {'name': 'a'}}]", "/template");
    refused(BatchFormat.JSON, "{'rows': [{'script': 'a'}], 'variants': 3}", "of lists");
    refused(BatchFormat.JSON, "[{'script': 'a', 'variants': {'voice': 'x'}}]", "must be a list");
    refused(BatchFormat.JSON, "[{'script': 'a\\u0000b'}]", "U+0000");
    refused(BatchFormat.JSON, "[]", "no rows");
    refused(BatchFormat.NDJSON, "\n \n", "no rows");
    refused(BatchFormat.CSV, "script", "no rows");
    refused(BatchFormat.CSV, "script,\na,b", "without a name");
  }

  private void refused(BatchFormat format, String content, String said) {
    ServiceFailure refused =
        failure(batches.asks(format, content.replace('\'', '"'), BatchOptions.NONE));
    assertThat(refused.code()).as(content).isEqualTo(FailureCode.INVALID);
    assertThat(refused.getMessage() + refused.violations()).as(content).contains(said);
  }

  @Test
  void columnsThatContradictOneAnotherAreRefused() {
    assertThat(
            failure(batches.asks(BatchFormat.CSV, "script,script\na,b\n", BatchOptions.NONE))
                .getMessage())
        .contains("'script' twice");
    assertThat(
            failure(
                    batches.asks(
                        BatchFormat.CSV, "script,music,music.mood\na,{},calm\nb,c,calm\n", null))
                .violations())
        .extracting(Violation::pointer)
        .containsExactly("/rows/1/music/mood");
    assertThat(
            failure(batches.asks(BatchFormat.CSV, "script,title\na,b,c\n", BatchOptions.NONE))
                .violations()
                .get(0)
                .message())
        .contains("3 cells for 2 columns");
  }

  @Test
  void aBatchThatIsTooLargeIsRefused() {
    assertThat(
            failure(batches.asks(BatchFormat.NDJSON, BatchBench.scripts(1001), BatchOptions.NONE))
                .getMessage())
        .contains("more than 1000 rows");
    String variants = "{\"rate\": [1, 1.1, 1.2], \"voice\": [\"auto\", \"auto\"]}";
    assertThat(
            failure(
                    batches.asks(
                        BatchFormat.NDJSON,
                        BatchBench.scripts(200),
                        new BatchOptions(null, null, variants, null, null, null)))
                .getMessage())
        .contains("more than 1000 rows, variants counted");
    assertThat(
            failure(
                    batches.asks(
                        BatchFormat.NDJSON,
                        "{\"script\": \"" + "a ".repeat(600_000) + "\"}",
                        BatchOptions.NONE))
                .getMessage())
        .contains("larger than 1MB");
  }

  @Test
  void theSameKeyAnswersWithTheSameBatch() {
    CreateBatch order = new CreateBatch(BatchFormat.NDJSON, BatchBench.scripts(2), null, "monday");
    Batch first = answer(BatchMessages.CREATE.ask(bench.bus(), order));
    Batch again = answer(BatchMessages.CREATE.ask(bench.bus(), order));
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.replayed()).isTrue();
    assertThat(first.replayed()).isFalse();
    CreateBatch other = new CreateBatch(BatchFormat.NDJSON, BatchBench.scripts(3), null, "monday");
    assertThat(failure(BatchMessages.CREATE.ask(bench.bus(), other)).code())
        .isEqualTo(FailureCode.CONFLICT);
    bench.until("both rows are ordered", () -> batches.jobs() == 2);
  }

  @Test
  void variantsAreAllCombinationsWithTheSeedOfTheirRow() {
    Batch batch =
        batches.create(
            BatchFormat.JSON,
            """
            {"variants": {"title": ["A", "B"], "captions.preset": ["classic", "neon"]},
             "rows": [{"script": "One."},
                      {"script": "Two.", "variants": {"seed": [1, 2]}}]}
            """
                .replace("neon", presetBesidesClassic()));
    assertThat(batch.rows()).isEqualTo(6);
    assertThat(batches.rows(batch.id()))
        .extracting(BatchRow::source)
        .containsExactly(1, 1, 1, 1, 2, 2);
    assertThat(row(batch, 2).variant()).contains("\"A\"").contains(presetBesidesClassic());
    VideoBrief first = brief(batch, 1);
    assertThat(first.title()).isEqualTo("A");
    assertThat(brief(batch, 5).seed()).isEqualTo(1);
    assertThat(row(batch, 2).state()).as("one variant after the other").isEqualTo(RowState.WAITING);
    Job job = bench.job(row(batch, 1).jobId());
    answer(Jobs.cancel(bench, job.id()));
    VideoBrief second = brief(batch, 2);
    assertThat(second.seed()).isEqualTo(first.seed());
    assertThat(second.title()).isEqualTo("A");
  }

  private static String presetBesidesClassic() {
    return CaptionPresets.all().stream()
        .map(preset -> preset.name())
        .filter(name -> !name.equals("classic"))
        .findFirst()
        .orElseThrow();
  }
}
