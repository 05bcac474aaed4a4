package org.relais.staff;

import java.io.PrintStream;
import java.util.List;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;
import org.relais.shared.CommandWords;
import org.relais.shared.InvalidInput;

/**
 * {@code administrator USERNAME GIVEN FAMILY}: enters the first administrator of a new installation, who then enters
 * everybody else in the portal. Answers 0 when they were entered, 1 when that was refused, 2 when it was not understood
 * what to do.
 */
@Component
class FirstAdministratorCommand implements CommandLineTask {

    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;
    private static final int ATTEMPTS = 3;

    private final FirstAdministrator first;
    private final CommandWords words = new CommandWords();

    FirstAdministratorCommand(FirstAdministrator first) {
        this.first = first;
    }

    @Override
    public String name() {
        return "administrator";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 3) {
            return answer(NOT_UNDERSTOOD, out, "staff.command.administrator.usage");
        }
        var username = arguments.getFirst();
        try {
            if (!enter(username, arguments.get(1), arguments.getLast())) {
                return answer(REFUSED, out, "staff.command.administrator.exists");
            }
        } catch (InvalidInput refused) {
            return answer(
                    REFUSED,
                    out,
                    "staff.command.administrator.refused." + refused.field(),
                    words.text(refused.key(), refused.arguments()));
        }
        return answer(0, out, "staff.command.administrator.entered", arguments.get(1), arguments.getLast(), username);
    }

    // Two at once on an empty table stop each other: the database ends one of them, which may begin again
    private boolean enter(String username, String givenName, String familyName) {
        for (var attempt = 1; ; attempt++) {
            try {
                return first.enter(username, givenName, familyName);
            } catch (PessimisticLockingFailureException stopped) {
                if (attempt == ATTEMPTS) {
                    throw stopped;
                }
            }
        }
    }

    private int answer(int code, PrintStream out, String key, Object... arguments) {
        out.println(words.text(key, arguments));
        return code;
    }
}
