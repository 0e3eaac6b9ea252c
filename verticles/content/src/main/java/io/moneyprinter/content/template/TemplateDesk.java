package io.moneyprinter.content.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.CheckTemplate;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.DeleteTemplate;
import io.moneyprinter.codecs.content.FillBrief;
import io.moneyprinter.codecs.content.FilledBrief;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.ListTemplateVersions;
import io.moneyprinter.codecs.content.ListTemplates;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.RenameTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Answers for the templates of the caller's tenant. */
public final class TemplateDesk {
  private final TemplateStore store;

  public TemplateDesk(TemplateStore store) {
    this.store = store;
  }

  public TemplateDesk serve(ServiceScope scope) {
    scope.serve(ContentMessages.PUT_TEMPLATE, this::put);
    scope.serve(ContentMessages.CHECK_TEMPLATE, this::check);
    scope.serve(ContentMessages.GET_TEMPLATE, this::get);
    scope.serve(ContentMessages.TEMPLATES, this::list);
    scope.serve(ContentMessages.TEMPLATE_VERSIONS, this::versions);
    scope.serve(ContentMessages.DELETE_TEMPLATE, this::delete);
    scope.serve(ContentMessages.RENAME_TEMPLATE, this::rename);
    scope.serve(ContentMessages.FILL_BRIEF, this::fill);
    return this;
  }

  private static String tenant() {
    return CallContext.currentOrSystem().tenant();
  }

  private Future<Template> put(PutTemplate put) {
    List<Violation> wrong = TemplateRules.violations(put);
    return wrong.isEmpty()
        ? store.put(tenant(), CallContext.currentOrSystem().subject(), put)
        : Future.failedFuture(
            ServiceFailure.invalid("The template cannot be kept as it is", wrong));
  }

  private Future<CheckedTemplate> check(CheckTemplate wish) {
    List<Violation> wrong = TemplateRules.violations(wish.put());
    return wrong.isEmpty()
        ? store.check(tenant(), wish.put(), TemplateTrial.warnings(wish.put()))
        : Future.failedFuture(
            ServiceFailure.invalid("The template cannot be kept as it is", wrong));
  }

  private Future<Template> get(GetTemplate asked) {
    return there(asked.name(), asked.version());
  }

  private Future<Template> there(String name, Integer version) {
    return store
        .find(tenant(), name, version)
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        ServiceFailure.notFound(
                            "There is no template '%s'%s"
                                .formatted(
                                    name, version == null ? "" : " with version " + version))));
  }

  private Future<TemplateList> list(ListTemplates asked) {
    return store.all(tenant());
  }

  private Future<TemplateList> versions(ListTemplateVersions asked) {
    return there(asked.name(), null).compose(found -> store.versions(tenant(), asked.name()));
  }

  private Future<Template> delete(DeleteTemplate wish) {
    return there(wish.name(), null)
        .compose(found -> store.delete(tenant(), found.name()).map(found));
  }

  private Future<Template> rename(RenameTemplate wish) {
    return TemplateRules.NAME.matcher(wish.to()).matches()
        ? there(wish.name(), null).compose(found -> store.rename(tenant(), found.name(), wish.to()))
        : Future.failedFuture(ServiceFailure.invalid("/to", TemplateRules.NAMES));
  }

  private Future<FilledBrief> fill(FillBrief wish) {
    ObjectNode own;
    TemplateUse use;
    try {
      JsonNode tree = RecordJson.strict().readTree(wish.brief());
      own = (ObjectNode) tree;
      use = RecordJson.strict().treeToValue(own.get("template"), TemplateUse.class);
    } catch (JsonProcessingException | ClassCastException | IllegalArgumentException e) {
      return Future.failedFuture(
          ServiceFailure.invalid("/template", "must be an object with the name of a template"));
    }
    String tenant = tenant();
    return store
        .find(tenant, use.name(), use.version())
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found.get())
                    : missing(tenant, use).<Template>compose(Future::failedFuture))
        .map(template -> new FilledBrief(TemplateFiller.fill(template, use, own)));
  }

  /** Why there is no such template: it has other versions, or there are others. */
  private Future<ServiceFailure> missing(String tenant, TemplateUse use) {
    return store
        .find(tenant, use.name(), null)
        .compose(
            latest ->
                latest.isPresent()
                    ? Future.succeededFuture(otherVersions(latest.get(), use.version()))
                    : store.all(tenant).map(all -> unknown(use.name(), all)));
  }

  private static ServiceFailure otherVersions(Template latest, Integer version) {
    return ServiceFailure.invalid(
        "/template/version",
        "The template '%s' has no version %d; there are 1 to %d"
            .formatted(latest.name(), version, latest.version()));
  }

  private static ServiceFailure unknown(String name, TemplateList all) {
    Optional<String> known =
        all.templates().stream()
            .map(TemplateList.Entry::name)
            .limit(50)
            .reduce((some, next) -> some + ", " + next);
    return ServiceFailure.invalid(
        "/template/name",
        "There is no template '%s'; %s"
            .formatted(
                name, known.map(names -> "there are " + names).orElse("there are none yet")));
  }
}
