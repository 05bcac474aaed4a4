package org.relais.oversight;

import java.util.List;

/** The words of an exported file, in one language. */
public interface ExportWords {

    /** The text of a key of the bundles. */
    String text(String key, Object... arguments);

    /** The heads of the columns. */
    List<String> columns();

    /** One row, a cell a column. */
    List<String> cells(LogRow row);
}
