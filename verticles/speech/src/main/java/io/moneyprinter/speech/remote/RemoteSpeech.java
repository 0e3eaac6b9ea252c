package io.moneyprinter.speech.remote;

import io.moneyprinter.platform.node.Node;
import java.time.Duration;

/**
 * What all remote providers of a node share.
 *
 * @param times of the words
 * @param pause between pieces of a text that was cut, at normal speed
 */
public record RemoteSpeech(Node node, WordTimes times, Duration pause) {}
