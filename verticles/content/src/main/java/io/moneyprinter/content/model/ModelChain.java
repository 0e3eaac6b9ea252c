package io.moneyprinter.content.model;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several models in order: where one fails, the next one is asked, unless the money is used up or
 * nobody wants the answer any more.
 */
final class ModelChain implements LanguageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ModelChain.class);

  private final List<LanguageModel> models;

  /**
   * @param models at least one, best first
   */
  ModelChain(List<LanguageModel> models) {
    this.models = List.copyOf(models);
  }

  @Override
  public String id() {
    return models.stream().map(LanguageModel::id).collect(Collectors.joining(", "));
  }

  @Override
  public Future<ModelAnswer> ask(ModelRequest request) {
    return ask(request, 0, new ArrayList<>());
  }

  private Future<ModelAnswer> ask(ModelRequest request, int at, List<ServiceFailure> failed) {
    LanguageModel model = models.get(at);
    return model
        .ask(request)
        .map(answer -> answer.after(notes(failed)))
        .recover(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              if (CostCaps.refused(failure) || failure.code() == FailureCode.CANCELLED) {
                return Future.failedFuture(failure);
              }
              failed.add(failure);
              if (at + 1 == models.size()) {
                return Future.failedFuture(together(failed));
              }
              LOG.warn(
                  "{} failed, asking {}: {}",
                  model.id(),
                  models.get(at + 1).id(),
                  failure.getMessage());
              return ask(request, at + 1, failed);
            });
  }

  private List<String> notes(List<ServiceFailure> failed) {
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < failed.size(); i++) {
      notes.add(models.get(i).id() + " was asked first: " + failed.get(i).getMessage());
    }
    return notes;
  }

  /** One failure for all: it may pass when one of them may, and every sentence is told. */
  private static ServiceFailure together(List<ServiceFailure> failed) {
    if (failed.size() == 1) {
      return failed.get(0);
    }
    boolean mayPass = failed.stream().anyMatch(failure -> failure.code().retryable());
    ServiceFailure last = failed.get(failed.size() - 1);
    return new ServiceFailure(
        mayPass ? FailureCode.UNAVAILABLE : last.code(),
        "Of "
            + failed.size()
            + " language models none answered. "
            + failed.stream().map(Throwable::getMessage).collect(Collectors.joining(" ")),
        mayPass ? List.of() : last.violations());
  }
}
