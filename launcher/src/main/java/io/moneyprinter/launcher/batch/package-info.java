/** The command that makes many videos: its files, and what it says meanwhile. */
package io.moneyprinter.launcher.batch;
