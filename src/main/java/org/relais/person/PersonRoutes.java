package org.relais.person;

import org.relais.shared.PersonId;

/** The paths of the pages about people, for links from any room. */
public final class PersonRoutes {
    /** The list and search of people. */
    public static final String LIST = "people";

    /** The form for a person who is new to the service. */
    public static final String REGISTER = "people/new";

    /** The template of the record page; the section is the path of a record section and may be missing. */
    public static final String RECORD = "people/:personId/:section?";

    /** The template of the page about identity, contacts and relatives. */
    public static final String IDENTITY = "people/:personId/identity";

    /** The template of the page that merges a record with another one. */
    public static final String MERGE = "people/:personId/merge/:otherId?";

    private PersonRoutes() {}

    /** The record page of a person, at its timeline. */
    public static String record(PersonId person) {
        return LIST + "/" + person;
    }

    /** One section of a person's record page. */
    public static String record(PersonId person, String section) {
        return record(person) + "/" + section;
    }

    /** Identity, contacts and relatives of a person. */
    public static String identity(PersonId person) {
        return record(person, "identity");
    }

    /** Where a coordinator looks for another record of the same person. */
    public static String merge(PersonId person) {
        return record(person) + "/merge";
    }

    /** Both records side by side, before they are merged. */
    public static String merge(PersonId surviving, PersonId absorbed) {
        return merge(surviving) + "/" + absorbed;
    }
}
