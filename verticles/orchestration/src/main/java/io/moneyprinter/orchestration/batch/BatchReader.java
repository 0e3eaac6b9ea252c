package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.batch.CreateBatch;
import io.moneyprinter.codecs.batch.OnInvalid;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Reads an order of many videos and looks all of it over before anything begins. Blocks. */
final class BatchReader {
  /** So many faults are told one by one; their number is always told. */
  private static final int TOLD = 200;

  private final BatchConfig config;
  private final RandomGenerator random;

  BatchReader(BatchConfig config, RandomGenerator random) {
    this.config = config;
    this.random = random;
  }

  /**
   * The batch to be.
   *
   * @throws ServiceFailure {@code INVALID} with everything that is wrong, by row and key
   */
  BatchDraft read(CreateBatch order) {
    Looked looked = look(order);
    refuse(looked.check(), looked.terms());
    return new BatchDraft(looked.terms(), looked.check().sources(), looked.check().rows());
  }

  /**
   * The same with whatever is wrong with single rows left in it.
   *
   * @throws ServiceFailure {@code INVALID} when it cannot be read at all
   */
  BatchDraft readAsItIs(CreateBatch order) {
    Looked looked = look(order);
    return new BatchDraft(looked.terms(), looked.check().sources(), looked.check().rows());
  }

  private record Looked(BatchTerms terms, RowCheck check) {}

  private Looked look(CreateBatch order) {
    int size = order.content().getBytes(StandardCharsets.UTF_8).length;
    if (size > config.maxSize().bytes()) {
      throw ServiceFailure.invalid(
          "", "The batch is larger than " + config.maxSize() + ": cut it into several");
    }
    RowFormat format =
        switch (order.format()) {
          case JSON -> new JsonRows();
          case CSV -> new CsvRows();
          case NDJSON -> new NdjsonRows();
        };
    List<RawRow> raw = rows(order.content(), format);
    ObjectNode inside =
        format instanceof JsonRows json ? json.options() : RecordJson.strict().createObjectNode();
    BatchTerms terms = new TermsReader(config).read(inside, order.options());
    RowCheck check = new RowCheck(terms, format.binder(), config.maxRows(), random);
    raw.forEach(check::add);
    return new Looked(terms, check);
  }

  private List<RawRow> rows(String content, RowFormat format) {
    List<RawRow> raw = new ArrayList<>();
    try {
      format.read(
          content,
          row -> {
            if (raw.size() == config.maxRows()) {
              throw RowCheck.tooMany(config.maxRows());
            }
            raw.add(row);
          });
    } catch (JsonProcessingException e) {
      throw ServiceFailure.invalid(
          "",
          "The batch cannot be read (line %d, column %d): %s"
              .formatted(
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()));
    } catch (IOException e) {
      throw ServiceFailure.invalid("", "The batch cannot be read: " + e.getMessage());
    }
    if (raw.isEmpty()) {
      throw ServiceFailure.invalid("", "The batch has no rows: write one for each video");
    }
    return raw;
  }

  private static void refuse(RowCheck check, BatchTerms terms) {
    long bad = check.rows().stream().filter(row -> row.fault() != null).count();
    boolean none = bad == check.rows().size();
    if (bad == 0 || terms.onInvalid() == OnInvalid.SKIP && !none) {
      return;
    }
    List<Violation> faults = check.faults();
    throw ServiceFailure.invalid(
        "%d of %d rows cannot be made into videos%s"
            .formatted(
                bad,
                check.rows().size(),
                none ? "" : "; mend them, or have them passed over with onInvalid: skip"),
        faults.subList(0, Math.min(TOLD, faults.size())));
  }
}
