/** Templates of briefs as a person names and writes them. */
package io.moneyprinter.launcher.template;
