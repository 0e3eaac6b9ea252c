package io.moneyprinter.orchestration.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CreateJob;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.orchestration.state.Ids;
import io.moneyprinter.orchestration.state.NewJob;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.logging.CurrentTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Looks an order over before anything is done for it, and decides what the brief leaves open. */
final class OrderDesk {
  private static final int MAX_KEY = 200;

  /** Seeds stay below 2^53, so that every reader of JSON keeps them exact. */
  private static final long SEEDS = 1L << 53;

  private static final String UNTITLED = "Untitled";

  private static final ObjectMapper CANONICAL =
      RecordJson.wire().copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final RandomGenerator random;

  OrderDesk(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The job to be; {@code INVALID} with everything that is wrong.
   *
   * @param rerunOf the job that is repeated; {@code null} for none
   */
  NewJob check(CreateJob order, CallContext caller, UUID rerunOf) {
    VideoBrief brief = order.brief();
    String asGiven = json(brief);
    List<Violation> violations = new ArrayList<>(BriefRules.violations(brief));
    if (Json.holdsNul(asGiven)) {
      violations.add(new Violation("", "holds a NUL character (U+0000): take it out"));
    }
    String key = order.idempotencyKey();
    if (key != null && (key.isBlank() || key.length() > MAX_KEY || key.indexOf('\0') >= 0)) {
      violations.add(
          new Violation("/idempotencyKey", "must be 1 to " + MAX_KEY + " visible characters"));
    }
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid("The brief cannot be made into a video", violations);
    }
    return new NewJob(
        Ids.next(),
        caller.tenant(),
        caller.subject(),
        caller.correlationId(),
        json(complete(brief)),
        Sha256.hex(json(brief.but().budget(null).build())),
        key,
        order.priority() == null ? Priority.NORMAL : order.priority(),
        rerunOf,
        CurrentTrace.id().orElse(null));
  }

  /** The idempotency key of a video ordered like another one, where the caller gives none. */
  String key(UUID rerunOf, VideoBrief changed) {
    return "rerun:" + rerunOf + ":" + Sha256.hex(json(changed));
  }

  /** The seed of a timeline is in it, and it has no script to take a title from. */
  private VideoBrief complete(VideoBrief brief) {
    if (brief.timeline() != null) {
      String title = brief.title() == null ? UNTITLED : brief.title();
      return brief.but().title(title).seed(brief.timeline().seed()).build();
    }
    return brief.seed() == null ? brief.but().seed(random.nextLong(SEEDS)).build() : brief;
  }

  private static String json(VideoBrief brief) {
    try {
      return CANONICAL.writeValueAsString(brief);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A brief is always JSON", e);
    }
  }
}
