/** The commands, a class each: their options, and what they print. */
package io.moneyprinter.launcher.cli;
