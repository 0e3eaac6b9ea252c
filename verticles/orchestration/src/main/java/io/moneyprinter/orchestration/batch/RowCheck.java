package io.moneyprinter.orchestration.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.orchestration.JobFailure;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spreads rows into their variants and looks each over. Not thread-safe. */
final class RowCheck {
  /** The step that a row failed in which became no job. */
  static final String STEP = "order";

  private static final String VARIANTS = "variants";

  /** Seeds stay below 2^53, so that every reader of JSON keeps them exact. */
  private static final long SEEDS = 1L << 53;

  private final BatchTerms terms;
  private final VariantMatrix variants;
  private final RowBinder binder;
  private final int most;
  private final RandomGenerator random;
  private final List<BatchDraft.Source> sources = new ArrayList<>();
  private final List<BatchDraft.Row> rows = new ArrayList<>();
  private final List<Violation> faults = new ArrayList<>();

  /**
   * @param most how many rows there may be, variants counted each
   */
  RowCheck(BatchTerms terms, RowBinder binder, int most, RandomGenerator random) {
    this.terms = terms;
    this.variants = VariantMatrix.read(terms.variants(), "/" + VARIANTS);
    this.binder = binder;
    this.most = most;
    this.random = random;
  }

  static ServiceFailure tooMany(int most) {
    return ServiceFailure.invalid(
        "", "The batch has more than " + most + " rows, variants counted: cut it into several");
  }

  List<BatchDraft.Source> sources() {
    return sources;
  }

  List<BatchDraft.Row> rows() {
    return rows;
  }

  List<Violation> faults() {
    return faults;
  }

  void add(RawRow raw) {
    if (raw instanceof RawRow.Read read) {
      add(read);
    } else if (raw instanceof RawRow.Broken broken) {
      sources.add(new BatchDraft.Source(broken.source(), broken.line(), "{}", 0));
      keep(raw, null, "", List.of(broken.fault()));
    }
  }

  private void add(RawRow.Read raw) {
    ObjectNode patch = raw.patch();
    JsonNode own = patch.remove(VARIANTS);
    long seed = random.nextLong(SEEDS);
    sources.add(new BatchDraft.Source(raw.source(), raw.line(), patch.toString(), seed));
    VariantMatrix matrix;
    try {
      matrix = own == null ? variants : VariantMatrix.read(own, "/" + VARIANTS);
    } catch (ServiceFailure refused) {
      keep(raw, null, "", refused.violations());
      return;
    }
    if (matrix.isEmpty()) {
      check(raw, null, seed);
    }
    for (ObjectNode variant : matrix.patches()) {
      check(raw, variant, seed);
    }
  }

  private void check(RawRow.Read raw, JsonNode variant, long seed) {
    try {
      VideoBrief brief = binder.bind(terms.base(), raw.patch(), variant, seed);
      keep(raw, variant, BriefTitle.of(brief), violations(brief));
    } catch (ServiceFailure refused) {
      keep(raw, variant, "", refused.violations());
    }
  }

  /** Templates are filled in where briefs come one by one. */
  private static List<Violation> violations(VideoBrief brief) {
    return brief.template() == null
        ? BriefRules.violations(brief)
        : List.of(
            new Violation(
                "/template",
                "cannot stand in a batch: order videos from templates one by one, or write what"
                    + " the rows have in common into base"));
  }

  private void keep(RawRow raw, JsonNode variant, String title, List<Violation> wrong) {
    if (rows.size() == most) {
      throw tooMany(most);
    }
    List<Violation> placed = wrong.stream().map(fault -> placed(raw, variant, fault)).toList();
    faults.addAll(placed);
    JobFailure fault =
        wrong.isEmpty()
            ? null
            : new JobFailure(
                FailureCode.INVALID, STEP, "This row is no brief: " + placed.get(0), wrong);
    rows.add(
        new BatchDraft.Row(
            rows.size() + 1,
            raw.source(),
            variant == null ? null : variant.toString(),
            title,
            fault));
  }

  /** The pointer is that of a JSON array, which counts from 0; people count from 1. */
  private static Violation placed(RawRow raw, JsonNode variant, Violation fault) {
    String key = fault.pointer().isEmpty() ? "" : fault.pointer().substring(1).replace('/', '.');
    return new Violation(
        "/rows/" + (raw.source() - 1) + fault.pointer(),
        "Row %d (line %d)%s%s: %s"
            .formatted(
                raw.source(),
                raw.line(),
                variant == null ? "" : " with " + variant,
                key.isEmpty() ? "" : ", " + key,
                fault.message()));
  }
}
