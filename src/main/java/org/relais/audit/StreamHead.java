package org.relais.audit;

/** How far one node has come in one month: the last number it gave. */
public record StreamHead(String node, int month, long last) {}
