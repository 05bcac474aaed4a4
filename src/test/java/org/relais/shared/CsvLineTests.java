package org.relais.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Attack 29: no cell of an exported file begins as a formula does, and none loses a letter. */
public class CsvLineTests {

    private static final String LETTERS = "=+-@\t\r\n\"';, \u00a0aZ09|!()\uff1d\uff0b\uff0d\uff20é漢";
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";

    @Test
    void whatever_stands_in_a_cell_it_comes_back_as_text() {
        var random = new Random(29);
        for (int run = 0; run < 20_000; run++) {
            var cells = cells(random);
            var line = CsvLine.of(cells);
            var read = read(line);
            assertThat(line).as("run %d", run).endsWith("\r\n");
            assertThat(read).as("run %d: %s", run, cells).hasSameSizeAs(cells);
            for (int at = 0; at < cells.size(); at++) {
                var asked = cells.get(at);
                var found = read.get(at);
                assertThat(dangerous(found)).as("run %d: <%s>", run, found).isFalse();
                assertThat(found).as("run %d", run).isEqualTo(dangerous(asked) ? "'" + asked : asked);
            }
        }
    }

    @Test
    void known_attacks_are_text() {
        assertThat(CsvLine.of(List.of("=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1")))
                .isEqualTo(
                        "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";\"'+1\";\"'-1\";\"'@SUM(1)\";\"'\t=1\";\"'\r=1\";\"' =1\"\r\n");
        assertThat(CsvLine.of(List.of("", "Anne-Lise", "RL-20418"))).isEqualTo("\"\";\"Anne-Lise\";\"RL-20418\"\r\n");
    }

    private static List<String> cells(Random random) {
        var cells = new ArrayList<String>();
        for (int cell = 0; cell < 1 + random.nextInt(6); cell++) {
            var text = new StringBuilder();
            for (int letter = 0; letter < random.nextInt(8); letter++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            cells.add(text.toString());
        }
        return cells;
    }

    // What a spreadsheet looks at, said apart from how the line is made
    private static boolean dangerous(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        var first = cell.charAt(0);
        if (first == '\t' || first == '\r' || first == '\n') {
            return true;
        }
        var at = 0;
        while (at < cell.length() && Character.isWhitespace(cell.charAt(at))) {
            at++;
        }
        return at < cell.length() && FORMULA.indexOf(cell.charAt(at)) >= 0;
    }

    /** Reads one line as RFC 4180 says. */
    public static List<String> read(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (int at = 0; at < line.length(); at++) {
            var letter = line.charAt(at);
            if (quoted && letter == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (!quoted && letter == ';') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && letter == '\r') {
                break;
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
