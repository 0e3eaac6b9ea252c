package io.moneyprinter.launcher;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.IHelpSectionRenderer;

/** All commands in groups, each with the gist of what it says of itself. */
final class CommandOverview implements IHelpSectionRenderer {
  private static final int NAMES = 23;

  /** Where the gist of a description ends. */
  private static final Pattern GIST = Pattern.compile("[.:;](\\s|$)");

  private final List<CommandGroup> groups;

  CommandOverview(List<CommandGroup> groups) {
    this.groups = groups;
  }

  @Override
  public String render(Help help) {
    StringBuilder text = new StringBuilder();
    for (CommandGroup group : groups) {
      Help.TextTable rows =
          Help.TextTable.forColumns(
              help.colorScheme(),
              new Column(NAMES, 2, Column.Overflow.SPAN),
              new Column(width(help) - NAMES, 0, Column.Overflow.WRAP));
      for (Class<?> command : group.commands()) {
        String name = command.getAnnotation(Command.class).name();
        CommandLine line = help.commandSpec().subcommands().get(name);
        if (line != null) {
          rows.addRowValues(name, gist(line));
        }
      }
      if (rows.rowCount() > 0) {
        text.append(String.format("%n%s%n", group.title())).append(rows);
      }
    }
    return text.toString();
  }

  private static int width(Help help) {
    return help.commandSpec().usageMessage().width();
  }

  private static String gist(CommandLine command) {
    CommandLine.Model.UsageMessageSpec said = command.getCommandSpec().usageMessage();
    String[] all = said.header().length > 0 ? said.header() : said.description();
    return GIST.split(String.join(" ", all).formatted(), 2)[0];
  }
}
