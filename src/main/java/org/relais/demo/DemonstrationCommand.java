package org.relais.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.relais.shared.CommandLineTask;

/**
 * One command beside the portal, whether it runs or not: starts the rooms without their screens on the embedded
 * database and hands the arguments to the {@link CommandLineTask} of that name.
 */
public final class DemonstrationCommand {

    private DemonstrationCommand() {}

    /** Arguments: the name of the task and what it takes. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var code = 1;
        try {
            code = run(List.of(arguments), out);
        } catch (DemonstrationRefused refused) {
            out.println(refused.getMessage());
        }
        System.exit(code);
    }

    private static int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty()) {
            throw new DemonstrationRefused("Quelle commande ? Par exemple « ./relais import DOSSIER ».");
        }
        try (var context = DemonstrationStart.start(
                DemonstrationHome.ofSystemProperty(), DemonstrationStart.Kind.COMMAND, Map.of())) {
            var tasks = context.getBeanProvider(CommandLineTask.class).stream().toList();
            var task = tasks.stream()
                    .filter(candidate -> candidate.name().equals(arguments.getFirst()))
                    .findFirst()
                    .orElseThrow(() -> new DemonstrationRefused("« " + arguments.getFirst()
                            + " » n’est pas une commande. Il y a : "
                            + tasks.stream().map(CommandLineTask::name).sorted().collect(Collectors.joining(", "))));
            return task.run(arguments.subList(1, arguments.size()), out);
        }
    }
}
