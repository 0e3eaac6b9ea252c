/** Storyboards as a person edits them in a file. */
package io.moneyprinter.launcher.storyboard;
