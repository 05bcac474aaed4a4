package org.relais.ultrarapid;

/** The paths of the room, for links from any room. */
public final class UltraRapidRoutes {

    /** The permissions of the centres. */
    public static final String PERMISSIONS = "ultra-rapid-detox";

    /** The section of the record page that holds a person's checklist. */
    public static final String SECTION = "ultra-rapid-detox";

    private UltraRapidRoutes() {}
}
