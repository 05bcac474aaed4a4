package org.relais.exchange;

import java.io.PrintStream;

/** How far a long work is: one line that is drawn over itself on a terminal, and nothing elsewhere. */
final class ProgressLine {

    private static final int CELLS = 30;
    private static final String OVER = "\r\u001b[2K";

    private final PrintStream out;
    private final boolean terminal;
    private final int all;
    private int done;

    ProgressLine(PrintStream out, boolean terminal, int all) {
        this.out = out;
        this.terminal = terminal;
        this.all = all;
    }

    /** Whether somebody watches. */
    static boolean watched() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** Draws the bar before the next piece of work, which it names. */
    void next(String name) {
        if (terminal) {
            var full = all == 0 ? CELLS : CELLS * done / all;
            out.print(OVER + "[" + "█".repeat(full) + "·".repeat(CELLS - full) + "] " + done + "/" + all + " " + name);
            out.flush();
        }
        done++;
    }

    /** Prints a line that stays. */
    void say(String line) {
        end();
        out.println(line);
    }

    /** Takes the bar away. */
    void end() {
        if (terminal) {
            out.print(OVER);
        }
    }
}
