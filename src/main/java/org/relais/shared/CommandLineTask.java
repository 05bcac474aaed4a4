package org.relais.shared;

import java.io.PrintStream;
import java.util.List;

/** Something the {@code ./relais} command does beside the running portal. A room offers one as a bean. */
public interface CommandLineTask {

    /** The word after {@code ./relais}, for example {@code import}. */
    String name();

    /**
     * Does the work.
     *
     * @param arguments what follows the name, as typed
     * @param out the terminal
     * @return 0 if everything was done, another number if not
     */
    int run(List<String> arguments, PrintStream out);
}
