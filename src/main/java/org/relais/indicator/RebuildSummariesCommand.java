package org.relais.indicator;

import java.io.PrintStream;
import java.util.List;

import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;
import org.relais.shared.CommandWords;

/** {@code ./relais rebuild-summaries}: works out every fact of every room and all sums anew; what was right stays. */
@Component
class RebuildSummariesCommand implements CommandLineTask {

    private static final int NOT_UNDERSTOOD = 1;

    private final SummingUp sums;
    private final CommandWords words = new CommandWords();

    RebuildSummariesCommand(SummingUp sums) {
        this.sums = sums;
    }

    @Override
    public String name() {
        return "rebuild-summaries";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.isEmpty()) {
            out.println(words.text("indicator.command.rebuild.usage"));
            return NOT_UNDERSTOOD;
        }
        sums.rebuild();
        out.println(words.text("indicator.command.rebuild.done"));
        return 0;
    }
}
