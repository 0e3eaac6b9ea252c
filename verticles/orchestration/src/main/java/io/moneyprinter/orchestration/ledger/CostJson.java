package io.moneyprinter.orchestration.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.CostLine;
import java.util.List;

/** Lists of costs as they are stored. */
final class CostJson {
  private CostJson() {}

  static String write(List<CostLine> lines) {
    try {
      return RecordJson.wire().writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Costs are always JSON", e);
    }
  }

  static List<CostLine> read(String json) {
    try {
      return RecordJson.wire().readValue(json, new TypeReference<List<CostLine>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored estimate does not read", e);
    }
  }
}
