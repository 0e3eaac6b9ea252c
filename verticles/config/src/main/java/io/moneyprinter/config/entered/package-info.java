/** Settings that people enter while nodes run, sealed as they are kept. */
package io.moneyprinter.config.entered;
