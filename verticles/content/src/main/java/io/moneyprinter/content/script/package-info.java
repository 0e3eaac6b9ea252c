/** Writing scripts: what the model is asked, and how a script is found in whatever it answers. */
package io.moneyprinter.content.script;
