package org.relais.exchange.referral;

/**
 * What an entry is called where it comes from, the same however often the file is sent: the person's identifier there,
 * the FHIR resource type and the id of the resource. Two entries with equal keys are the same fact.
 *
 * @param ownerSystem who gave the person's identifier: its namespace
 * @param owner the person's identifier in that namespace
 * @param type the FHIR resource type
 * @param id the id of the resource; without one its full URL; without either {@code sha256:} and the hash of its content
 */
public record SourceKey(String ownerSystem, String owner, String type, String id) {

    /** All four in one line, for a unique key or a log. */
    public String text() {
        return ownerSystem + "|" + owner + "#" + type + "/" + id;
    }
}
