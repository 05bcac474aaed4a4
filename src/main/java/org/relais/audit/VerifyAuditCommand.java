package org.relais.audit;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;
import org.relais.shared.CommandWords;

/**
 * {@code ./relais verify-audit}: checks the whole log and says in French what it found and what it cannot prove; with
 * {@code --proof ROW}, proves one row.
 */
@Component
class VerifyAuditCommand implements CommandLineTask {

    private static final int WIDTH = 40;
    private static final int FAULTS_FOUND = 2;
    private static final int NOT_UNDERSTOOD = 1;

    private final Verification verification;
    private final CommandWords words = new CommandWords();

    VerifyAuditCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty()) {
            return verify(out);
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--proof")) {
            return prove(arguments.getLast(), out);
        }
        say(out, "audit.command.verify.usage");
        return NOT_UNDERSTOOD;
    }

    private int verify(PrintStream out) {
        var bar = new Bar(out);
        var findings = verification.verify(List.of(), bar);
        bar.end();
        say(out, "audit.command.verify.read", findings.rows(), findings.through(), findings.waiting());
        say(out, "audit.command.verify.compared", findings.checkpoints());
        out.println();
        if (findings.clean()) {
            say(out, "audit.command.verify.clean");
        } else {
            say(out, "audit.command.verify.faults", findings.found().size());
            findings.found().forEach(finding -> out.println(line(finding)));
        }
        out.println();
        say(out, "audit.command.verify.unproven");
        for (var limit : List.of("never-written", "window", "thief")) {
            out.println("- " + words.text("audit.unproven." + limit));
        }
        if (findings.checkpoints() == 0) {
            out.println("- " + words.text("audit.unproven.no-checkpoint"));
        }
        return findings.clean() ? 0 : FAULTS_FOUND;
    }

    private int prove(String given, PrintStream out) {
        UUID event;
        try {
            event = UUID.fromString(given);
        } catch (IllegalArgumentException none) {
            say(out, "audit.command.proof.no-id", given);
            return NOT_UNDERSTOOD;
        }
        var proof = verification.proof(event);
        if (proof.isEmpty()) {
            say(out, "audit.command.proof.none");
            return FAULTS_FOUND;
        }
        var bytes = proof.get();
        var point = verification.checkpointOf(bytes).orElseThrow();
        var holds = verification.holds(bytes, event);
        say(out, "audit.command.proof.epoch", point.epoch(), point.hash());
        say(out, holds ? "audit.command.proof.holds" : "audit.command.proof.refused", bytes.length);
        out.println(Base64.getMimeEncoder().encodeToString(bytes));
        return holds ? 0 : FAULTS_FOUND;
    }

    private void say(PrintStream out, String key, Object... arguments) {
        out.println(words.text(key, arguments));
    }

    private String line(Finding finding) {
        var rows = finding.rows();
        var text = new StringBuilder("- ").append(finding.kind()).append(" — ");
        text.append(words.text(finding.kind().key())).append(' ');
        text.append(
                finding.epoch() == 0
                        ? words.text("audit.command.where.open")
                        : words.text("audit.command.where.epochs", finding.epoch(), finding.lastEpoch()));
        if (rows.node() != null) {
            text.append(words.text(
                    "audit.command.where.numbers",
                    rows.first(),
                    rows.last(),
                    rows.node(),
                    Integer.toString(rows.month())));
        } else if (rows.count() > 0) {
            text.append(words.text("audit.command.where.rows", rows.count()));
        }
        rows.events().stream().limit(3).forEach(event -> text.append(", ").append(event));
        return text.append(words.text(
                        "audit.command.where.time",
                        time(finding.earliest(), "audit.command.where.beginning"),
                        time(finding.latest(), "audit.command.where.now")))
                .toString();
    }

    private String time(@Nullable Instant instant, String otherwise) {
        return instant == null
                ? words.text(otherwise)
                : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A bar that grows in its line. */
    private static final class Bar implements VerificationProgress {

        private final PrintStream out;
        private int drawn = -1;

        Bar(PrintStream out) {
            this.out = out;
        }

        @Override
        public void at(long done, long all) {
            var part = all == 0 ? WIDTH : (int) Math.min(WIDTH, done * WIDTH / all);
            if (part != drawn) {
                drawn = part;
                out.print("\r[" + "#".repeat(part) + "·".repeat(WIDTH - part) + "] " + part * 100 / WIDTH + " %");
                out.flush();
            }
        }

        void end() {
            out.println();
        }
    }
}
