/** The settings of an installation, from files, environment and command line, as records. */
package io.moneyprinter.launcher.settings;
