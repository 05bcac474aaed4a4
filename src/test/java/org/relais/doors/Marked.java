package org.relais.doors;

import java.util.List;

/** A person about whom every room holds something, each piece with a mark of its own. */
record Marked(Fixture fixture, List<Canary> canaries) {}
