/** What stands with a video where it is shown: titles, captions, descriptions and hashtags. */
package io.moneyprinter.content.metadata;
