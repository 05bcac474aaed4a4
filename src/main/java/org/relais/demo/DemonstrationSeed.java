package org.relais.demo;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;

import org.relais.shared.CommandLineTask;
import org.relais.staff.Role;

/**
 * Fills an empty demonstration before anybody can sign in: while the past is played the clock is not the present one. A
 * filled one is left as it is.
 */
@Component
@ConditionalOnProperty("relais.demonstration")
class DemonstrationSeed implements SmartLifecycle {

    /** How many people; without it the house is opened and nobody comes. */
    static final String PEOPLE = "relais.demonstration.people";

    /** The file of the {@link SeedState}. */
    static final String STATE = "relais.demonstration.year";

    // After the access log's writer, before the server that lets people in.
    private static final int PHASE = 0;
    private static final int PARTS = 10;

    private final DemonstrationYear year;
    private final CommandLineTask sums;
    private final int people;
    private final String state;
    private volatile boolean running;

    DemonstrationSeed(
            DemonstrationYear year,
            List<CommandLineTask> commands,
            @Value("${" + PEOPLE + ":0}") int people,
            @Value("${" + STATE + ":}") String state) {
        this.year = year;
        this.sums = commands.stream()
                .filter(command -> command.name().equals("rebuild-summaries"))
                .findFirst()
                .orElseThrow();
        this.people = people;
        this.state = state;
    }

    @Override
    public void start() {
        if (!running) {
            fill();
            running = true;
        }
    }

    private void fill() {
        year.openHouse();
        if (people == 0) {
            return;
        }
        var told = state.isEmpty() ? null : new SeedState(Path.of(state));
        if (told != null && told.told()) {
            return;
        }
        if (told != null) {
            told.begin();
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Deux années de la vie du service se jouent, avec " + people + " personnes inventées…");
        year.play(people, (done, all) -> {
            if (done * PARTS / all > (done - 1) * PARTS / all) {
                out.println("  " + done * 100 / all + " %");
            }
        });
        // The figures of the past stand when the door opens
        sums.run(List.of(), new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (told != null) {
            told.end(people);
        }
    }

    @Override
    public void stop() {
        // What was stored stays
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Acts as a member of staff would after signing in, in one click. */
    static void actAs(String username, Role role, Runnable act) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                username, null, AuthorityUtils.createAuthorityList(role.authority())));
        SecurityContextHolder.setContext(context);
        RequestContextHolder.setRequestAttributes(new PlayedRequest());
        try {
            act.run();
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }
}
