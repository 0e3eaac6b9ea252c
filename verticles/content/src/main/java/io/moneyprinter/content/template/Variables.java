package io.moneyprinter.content.template;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.content.VariableType;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.MappingFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the variables of a template stand for. Pure. */
final class Variables {
  static final int LONGEST_VALUE = 50_000;

  private final List<TemplateVariable> declared;

  Variables(List<TemplateVariable> declared) {
    this.declared = declared;
  }

  /**
   * The values of all variables that have one: those given, else the defaults.
   *
   * @param pointer to what was given
   * @param faults takes what is wrong with it
   */
  Map<String, VariableValue> values(
      Map<String, VariableValue> given, String pointer, List<Violation> faults) {
    given.keySet().stream()
        .filter(name -> declared.stream().noneMatch(one -> one.name().equals(name)))
        .sorted()
        .forEach(name -> faults.add(unknown(name, pointer)));
    Map<String, VariableValue> values = new LinkedHashMap<>();
    for (TemplateVariable variable : declared) {
      List<String> wrong = new ArrayList<>();
      value(variable, given.get(variable.name()), wrong)
          .ifPresent(value -> values.put(variable.name(), value));
      wrong.forEach(
          message ->
              faults.add(
                  new Violation(pointer + "/" + MappingFault.escaped(variable.name()), message)));
    }
    return values;
  }

  private Violation unknown(String name, String pointer) {
    String known =
        declared.isEmpty()
            ? "the template has none"
            : "there are "
                + declared.stream().map(TemplateVariable::name).collect(Collectors.joining(", "));
    return new Violation(
        pointer + "/" + MappingFault.escaped(name),
        "There is no variable '" + name + "': " + known);
  }

  private static Optional<VariableValue> value(
      TemplateVariable variable, VariableValue given, List<String> wrong) {
    // An empty field of a form or a table says nothing.
    if (given == null || given.text().isBlank()) {
      if (variable.required()) {
        String about = variable.description() == null ? "" : ": " + variable.description();
        wrong.add("has to be given" + about + "; " + wanted(variable) + " is wanted");
      }
      return Optional.ofNullable(variable.defaultValue());
    }
    Optional<VariableValue> value = of(variable.type(), given);
    if (value.isEmpty()) {
      wrong.add(wanted(variable) + " is wanted, not " + quoted(given));
    } else if (!variable.allowed().isEmpty() && !variable.allowed().contains(value.get())) {
      wrong.add(wanted(variable) + " is wanted, not " + quoted(given));
    } else if (given.text().length() > LONGEST_VALUE) {
      wrong.add("must have at most " + LONGEST_VALUE + " characters");
    }
    return value;
  }

  /** A value of the type, if it is one; texts that read as one are, as forms and tables send. */
  static Optional<VariableValue> of(VariableType type, VariableValue given) {
    Object scalar = given.scalar();
    if (!(scalar instanceof String text)) {
      boolean fits =
          switch (type) {
            case TEXT -> false;
            case NUMBER -> scalar instanceof Number;
            case INTEGER -> scalar instanceof Long;
            case BOOLEAN -> scalar instanceof Boolean;
          };
      return fits ? Optional.of(given) : Optional.empty();
    }
    try {
      return switch (type) {
        case TEXT -> Optional.of(given);
        case NUMBER -> Optional.of(new VariableValue(Double.valueOf(text.strip())));
        case INTEGER -> Optional.of(new VariableValue(Long.valueOf(text.strip())));
        case BOOLEAN ->
            text.strip().matches("true|false")
                ? Optional.of(new VariableValue(Boolean.valueOf(text.strip())))
                : Optional.empty();
      };
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static String wanted(TemplateVariable variable) {
    return variable.allowed().isEmpty()
        ? variable.type().kind()
        : "one of "
            + variable.allowed().stream()
                .map(VariableValue::text)
                .collect(Collectors.joining(", "));
  }

  private static String quoted(VariableValue given) {
    String text = given.text();
    String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return given.scalar() instanceof String ? "'" + shown + "'" : shown;
  }
}
