package org.relais.record.page;

import java.util.List;

/** Several composer types of one room that differ by data only, contributed as one bean. */
public interface ComposerTypes {

    List<ComposerType> all();
}
