package org.relais.demo;

import java.time.Instant;

/**
 * A deed at its time.
 *
 * @param colleague the user name of who does it
 * @param person the number of the person, from 0
 */
record Act(Instant at, String colleague, int person, Deed deed) {}
