/**
 * What the tests of all modules share: nodes, engines, browsers, and servers that stand in for
 * others.
 */
package io.moneyprinter.testsupport;
