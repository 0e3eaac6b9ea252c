/** Words: scripts, scenes, metadata for platforms, and templates of briefs. */
package io.moneyprinter.codecs.content;
