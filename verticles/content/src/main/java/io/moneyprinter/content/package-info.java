/** The content service: scripts, scenes, metadata and templates. */
package io.moneyprinter.content;
