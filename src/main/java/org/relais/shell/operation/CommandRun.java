package org.relais.shell.operation;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;

/**
 * With {@code RELAIS_COMMAND} the process does one {@link CommandLineTask} instead of staying, and ends with its answer:
 * what an operator runs beside the nodes.
 */
@Component
@ConditionalOnProperty("relais.command")
class CommandRun {

    private static final int UNKNOWN = 1;

    private final List<String> words;
    private final ObjectProvider<CommandLineTask> tasks;

    CommandRun(@Value("${relais.command}") String command, ObjectProvider<CommandLineTask> tasks) {
        this.words = Arrays.asList(command.strip().split("\\s+", -1));
        this.tasks = tasks;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var task = tasks.stream()
                .filter(each -> each.name().equals(words.getFirst()))
                .findFirst();
        var code = task.isPresent() ? task.get().run(words.subList(1, words.size()), out) : UNKNOWN;
        System.exit(code);
    }
}
