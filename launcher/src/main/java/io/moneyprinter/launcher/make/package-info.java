/**
 * Making one video from the command line: from the file and the options to the folder with the
 * result.
 */
package io.moneyprinter.launcher.make;
