package io.moneyprinter.materials.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.platform.providers.ProviderRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The language of one site: how a search is written, and what its answers mean. Pure. */
public interface SourceWire {
  SourceProfile profile();

  /** The requests that a search takes, in the order in which their answers count. */
  List<Ask<List<Candidate>>> search(SourceQuery query);

  /** The request that names a candidate's files, where the search did not name them. */
  default Optional<Ask<Candidate>> detail(Candidate candidate) {
    return Optional.empty();
  }

  /**
   * One request.
   *
   * @param reader makes the answer's value of its JSON
   */
  record Ask<T>(ProviderRequest request, Function<JsonNode, T> reader) {}
}
