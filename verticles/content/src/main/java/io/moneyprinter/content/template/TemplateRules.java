package io.moneyprinter.content.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.content.VariableType;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a template must be like before it is kept. For one template. */
final class TemplateRules {
  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
  static final String NAMES =
      "must be 1 to 63 small letters, digits, dots, hyphens and underscores, such as daily-fact";

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
  private static final int MOST_VARIABLES = 50;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final int LONGEST_BRIEF = 250_000;

  private final PutTemplate put;
  private final List<Violation> faults = new ArrayList<>();

  private TemplateRules(PutTemplate put) {
    this.put = put;
  }

  /** Everything that is wrong, with where and what would be right; empty for a good template. */
  static List<Violation> violations(PutTemplate put) {
    return new TemplateRules(put).check();
  }

  private List<Violation> check() {
    when(!NAME.matcher(put.name()).matches(), "/name", NAMES);
    when(
        put.description() != null && put.description().length() > LONGEST_DESCRIPTION,
        "/description",
        "must have at most " + LONGEST_DESCRIPTION + " characters");
    when(put.variables().size() > MOST_VARIABLES, "/variables", "may be at most " + MOST_VARIABLES);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < put.variables().size(); i++) {
      variable(put.variables().get(i), "/variables/" + i, names);
    }
    put.prompts().forEach((name, text) -> prompt(name, text, names));
    when(
        put.brief().length() > LONGEST_BRIEF,
        "/brief",
        "must have at most " + LONGEST_BRIEF + " characters");
    if (faults.isEmpty()) {
      brief(TemplateFiller.brief(put.brief()), names);
    }
    return List.copyOf(faults);
  }

  private void variable(TemplateVariable variable, String pointer, Set<String> names) {
    String name = variable.name();
    when(
        name == null || !VARIABLE.matcher(name).matches(),
        pointer + "/name",
        "must be a letter, then letters, digits and underscores, at most 40");
    when(!names.add(name), pointer + "/name", "is there twice");
    VariableValue otherwise = variable.defaultValue();
    when(
        otherwise != null && variable.required(),
        pointer + "/default",
        "is never used, as the variable is required: leave one of the two out");
    when(
        otherwise != null && wrong(variable.type(), otherwise),
        pointer + "/default",
        "must be " + variable.type().kind());
    when(
        otherwise != null
            && !variable.allowed().isEmpty()
            && !variable.allowed().contains(otherwise),
        pointer + "/default",
        "is not among what is allowed");
    for (int i = 0; i < variable.allowed().size(); i++) {
      when(
          wrong(variable.type(), variable.allowed().get(i)),
          pointer + "/allowed/" + i,
          "must be " + variable.type().kind());
    }
  }

  /** What is declared is of its type, not a text that reads as one. */
  private static boolean wrong(VariableType type, VariableValue value) {
    return Variables.of(type, value).filter(value::equals).isEmpty();
  }

  private void prompt(PromptName name, String text, Set<String> names) {
    String pointer = "/prompts/" + name.text();
    when(
        text.isBlank() || text.length() > PromptName.LONGEST,
        pointer,
        "must be 1 to %d characters; leave it out for the installation's own"
            .formatted(PromptName.LONGEST));
    Slots.each(
        RecordJson.wire().getNodeFactory().textNode(text),
        pointer,
        (at, slot) -> {
          when(
              !names.contains(slot) && !name.slots().contains(slot),
              at,
              "names {{%s}}, which nothing is filled in for; known here are %s"
                  .formatted(slot, known(name.slots(), names)));
          when(
              names.contains(slot) && name.slots().contains(slot),
              at,
              "names {{%s}}, which this prompt has a meaning for: call the variable otherwise"
                  .formatted(slot));
        });
  }

  private void brief(JsonNode brief, Set<String> names) {
    if (!(brief instanceof ObjectNode)) {
      faults.add(new Violation("/brief", "must be an object, such as a brief is"));
      return;
    }
    Slots.each(
        brief,
        "/brief",
        (at, slot) ->
            when(
                !names.contains(slot),
                at,
                "names {{%s}}, which is no variable of the template; known are %s"
                    .formatted(slot, known(Set.of(), names))));
    when(brief.has("template"), "/brief/template", "cannot stand in a template");
    if (faults.isEmpty()) {
      new SampleBrief(put.variables()).fault(brief).ifPresent(faults::add);
    }
  }

  private static String known(Set<String> slots, Set<String> names) {
    Set<String> all = new TreeSet<>(slots);
    all.addAll(names);
    return all.isEmpty() ? "none" : String.join(", ", all);
  }

  private void when(boolean wrong, String pointer, String message) {
    if (wrong) {
      faults.add(new Violation(pointer, message));
    }
  }
}
