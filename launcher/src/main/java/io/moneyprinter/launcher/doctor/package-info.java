/** What a machine and its settings lack, and the remedy for each. */
package io.moneyprinter.launcher.doctor;
