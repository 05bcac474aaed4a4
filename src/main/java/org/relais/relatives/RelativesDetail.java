package org.relais.relatives;

/** The types of the room's entries in the record, and the names under which they carry what they tell of. */
public final class RelativesDetail {

    /** A contact with a relative. */
    public static final String CONTACT = "relatives.contact";

    /** Support offered, or what the relative made of it. */
    public static final String SUPPORT = "relatives.support";

    /** The kind of the task that shows what was told beyond what may be. */
    public static final String BEYOND_TASK = "relatives.beyond";

    /** The relative's name at that time. */
    public static final String NAME = "name";

    /** A {@link org.relais.person.Relation}. */
    public static final String RELATION = "relation";

    /** A {@link ContactForm}. */
    public static final String FORM = "form";

    /** Topics, joined by commas. */
    public static final String TOLD = "told";

    /** Topics that might not be told, joined by commas; missing when there were none. */
    public static final String BEYOND = "beyond";

    /** Whether the relative said something, which stands in their log and not here. */
    public static final String HEARD = "heard";

    /** A {@link SupportKind}. */
    public static final String KIND = "kind";

    /** A {@link SupportAnswer}; missing for the offer itself. */
    public static final String ANSWER = "answer";

    private RelativesDetail() {}
}
