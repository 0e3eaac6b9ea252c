/** The program: its command line begins in {@link io.moneyprinter.launcher.Main}. */
package io.moneyprinter.launcher;
