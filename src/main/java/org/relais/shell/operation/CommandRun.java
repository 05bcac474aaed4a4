package org.relais.shell.operation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;
import org.relais.shared.CommandWords;

/**
 * With {@code RELAIS_COMMAND}, or with words behind the name of the file, the process does one {@link CommandLineTask}
 * instead of staying, and ends with its answer: what an operator runs beside the nodes.
 */
@Component
class CommandRun {

    private static final int UNKNOWN = 1;

    // A name may be of several words: what stands in quotes belongs together
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final List<String> words;
    private final ObjectProvider<CommandLineTask> tasks;

    CommandRun(
            @Value("${relais.command:}") String command,
            ApplicationArguments arguments,
            ObjectProvider<CommandLineTask> tasks) {
        this.words = command.isBlank() ? typed(arguments) : words(command);
        this.tasks = tasks;
    }

    /** The words of a command in one piece; what stands in quotes is one word, without them. */
    static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    private static List<String> typed(ApplicationArguments arguments) {
        var all = List.of(arguments.getSourceArgs());
        return all.isEmpty() || all.getFirst().startsWith("-") ? List.of() : all;
    }

    private int unknown(PrintStream out) {
        out.println(new CommandWords()
                .text(
                        "shell.command.unknown",
                        words.getFirst(),
                        tasks.stream().map(CommandLineTask::name).sorted().collect(Collectors.joining(", "))));
        return UNKNOWN;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (words.isEmpty()) {
            return;
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var task = tasks.stream()
                .filter(each -> each.name().equals(words.getFirst()))
                .findFirst();
        System.exit(task.map(found -> found.run(words.subList(1, words.size()), out))
                .orElseGet(() -> unknown(out)));
    }
}
