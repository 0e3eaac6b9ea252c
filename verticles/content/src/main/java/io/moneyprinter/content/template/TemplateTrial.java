package io.moneyprinter.content.template;

import com.fasterxml.jackson.databind.node.TextNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what would come of keeping a template, and what in it may be other than meant. */
final class TemplateTrial {
  private final Database database;

  TemplateTrial(Database database) {
    this.database = database;
  }

  /** The version that a template would have; fails as keeping it would. */
  Future<CheckedTemplate> check(String tenant, PutTemplate put) {
    SqlClient client = database.writer();
    return TemplateQueries.known(client, tenant, put.name())
        .compose(
            known -> {
              TemplateStore.demand(put, known);
              return TemplateQueries.find(client, tenant, put.name(), null)
                  .map(
                      there -> {
                        boolean same =
                            there
                                .filter(
                                    found ->
                                        TemplateStore.same(found, put, TemplateContent.of(put)))
                                .isPresent();
                        List<Violation> all = warnings(put);
                        if (same) {
                          all.add(
                              new Violation(
                                  "", "The latest version says just this: none would be added"));
                        }
                        return new CheckedTemplate(
                            put.name(), same ? known.latest() : known.newest() + 1, all);
                      });
            });
  }

  /** Warnings of what the template says by itself; it is without violations. */
  private static List<Violation> warnings(PutTemplate put) {
    Set<String> named = new HashSet<>();
    Slots.each(TemplateFiller.brief(put.brief()), "", (at, slot) -> named.add(slot));
    for (Map.Entry<PromptName, String> prompt : put.prompts().entrySet()) {
      Slots.each(TextNode.valueOf(prompt.getValue()), "", (at, slot) -> named.add(slot));
    }
    List<Violation> warnings = new ArrayList<>();
    for (int i = 0; i < put.variables().size(); i++) {
      TemplateVariable variable = put.variables().get(i);
      if (!named.contains(variable.name())) {
        warnings.add(
            new Violation(
                "/variables/" + i,
                "{{%s}} stands nowhere: whatever is said for it changes nothing"
                    .formatted(variable.name())));
      }
    }
    if (put.prompts().isEmpty() && TemplateFiller.brief(put.brief()).isEmpty()) {
      warnings.add(
          new Violation("/brief", "The template says nothing: videos made from it say all"));
    }
    return warnings;
  }
}
