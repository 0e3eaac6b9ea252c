package io.moneyprinter.launcher;

import java.util.List;

/**
 * Commands that belong together, for whoever looks for one.
 *
 * @param title what they are about
 */
record CommandGroup(String title, List<Class<?>> commands) {
  static CommandGroup of(String title, Class<?>... commands) {
    return new CommandGroup(title, List.of(commands));
  }
}
