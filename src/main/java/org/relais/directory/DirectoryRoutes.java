package org.relais.directory;

import org.relais.shared.PartnerId;

/** The paths of the pages of the directory and the library, for links from any room. */
public final class DirectoryRoutes {

    /** The list of partners. */
    public static final String LIST = "directory";

    /** The list, with one partner open. */
    public static final String PARTNERS = LIST + "/:partnerId?";

    /** Taking in partners from a file. */
    public static final String IMPORT = "directory-import";

    /** The sheets that staff hand out. */
    public static final String LIBRARY = "library";

    /** The library, with one sheet open. */
    public static final String SHEETS = LIBRARY + "/:sheetId?";

    private DirectoryRoutes() {}

    /** One partner. */
    public static String partner(PartnerId id) {
        return LIST + "/" + id;
    }
}
