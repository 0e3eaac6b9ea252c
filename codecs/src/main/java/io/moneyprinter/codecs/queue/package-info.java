/** Dead letters: tasks that could not be handed out, to be looked at, replayed or dropped. */
package io.moneyprinter.codecs.queue;
