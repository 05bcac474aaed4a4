package org.relais.assessment;

/**
 * On which terms content may ship.
 *
 * @param terms what the owner allows, and how far that was confirmed
 * @param credit the line shown with the instrument and listed in NOTICE
 */
public record Licence(String terms, String credit) {

    public Licence {
        Must.hold(terms != null && !terms.isBlank(), "The licence names no terms");
        Must.hold(credit != null && !credit.isBlank(), "The licence names no credit");
    }
}
