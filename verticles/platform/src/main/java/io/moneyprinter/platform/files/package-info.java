/** Files and folders that others see whole or not at all, even when a process is killed midway. */
package io.moneyprinter.platform.files;
