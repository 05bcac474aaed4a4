package org.relais.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;

/**
 * {@code ./relais verify-audit}: checks the whole log and says in French what it found and what it cannot prove; with
 * {@code --proof ROW}, proves one row.
 */
@Component
class VerifyAuditCommand implements CommandLineTask {

    private static final int WIDTH = 40;
    private static final int FAULTS_FOUND = 2;

    private final Verification verification;

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
        out.println("verify-audit ne prend rien, ou --proof et l’identifiant d’une ligne du journal.");
        return 1;
    }

    private int verify(PrintStream out) {
        var bar = new Bar(out);
        var findings = verification.verify(List.of(), bar);
        bar.end();
        out.printf(
                "%,d lignes relues, scellées jusqu’au sceau %,d ; %,d attendent le prochain.%n",
                findings.rows(), findings.through(), findings.waiting());
        out.printf("Comparé à %,d points de contrôle gardés hors de la base.%n", findings.checkpoints());
        out.println();
        if (findings.clean()) {
            out.println("Aucune altération.");
        } else {
            out.printf("%d altération(s) :%n", findings.found().size());
            var words = words();
            findings.found().forEach(finding -> out.println(line(finding, words)));
        }
        out.println();
        out.println("Ce que ce contrôle ne peut pas prouver :");
        out.println("- une consultation qui n’aurait jamais été écrite (le portail n’affiche rien sans l’écrire) ;");
        out.println("- une ligne écrite puis retirée dans les secondes qui précèdent son sceau, par quelqu’un qui");
        out.println("  tient à la fois le portail et la base ;");
        out.println("- quoi que ce soit contre qui aurait volé la clé et tous les points de contrôle.");
        if (findings.checkpoints() == 0) {
            out.println(
                    "- ici, que les derniers sceaux n’aient pas été retirés : aucun point de contrôle n’a été trouvé.");
        }
        return findings.clean() ? 0 : FAULTS_FOUND;
    }

    private int prove(String given, PrintStream out) {
        UUID event;
        try {
            event = UUID.fromString(given);
        } catch (IllegalArgumentException none) {
            out.println("« " + given + " » n’est pas l’identifiant d’une ligne.");
            return 1;
        }
        var proof = verification.proof(event);
        if (proof.isEmpty()) {
            out.println(
                    "Pas de preuve : la ligne n’existe pas, n’est pas encore scellée, ou n’est plus ce qu’elle était.");
            return FAULTS_FOUND;
        }
        var bytes = proof.get();
        var point = verification.checkpointOf(bytes).orElseThrow();
        out.printf("Sceau %d, empreinte %s%n", point.epoch(), point.hash());
        out.printf(
                "Preuve de %d octets%s :%n",
                bytes.length, verification.holds(bytes, event) ? ", vérifiée" : ", REFUSÉE");
        out.println(Base64.getMimeEncoder().encodeToString(bytes));
        return verification.holds(bytes, event) ? 0 : FAULTS_FOUND;
    }

    private static String line(Finding finding, Properties words) {
        var text = new StringBuilder("- ").append(finding.kind()).append(" — ");
        text.append(words.getProperty(finding.kind().key())).append(" ");
        text.append(
                finding.epoch() == 0
                        ? "Hors de tout sceau"
                        : finding.epoch() == finding.lastEpoch()
                                ? "Sceau " + finding.epoch()
                                : "Sceaux " + finding.epoch() + " à " + finding.lastEpoch());
        var rows = finding.rows();
        if (rows.node() != null) {
            text.append(", lignes ").append(rows.first()).append(" à ").append(rows.last());
            text.append(" du nœud ").append(rows.node()).append(" en ").append(rows.month());
        } else if (rows.count() > 0) {
            text.append(", ").append(rows.count()).append(" ligne(s)");
        }
        rows.events().stream().limit(3).forEach(event -> text.append(", ").append(event));
        text.append(" ; entre ").append(time(finding.earliest(), "le début"));
        text.append(" et ").append(time(finding.latest(), "maintenant")).append(".");
        return text.toString();
    }

    private static String time(@Nullable Instant instant, String otherwise) {
        return instant == null
                ? otherwise
                : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Properties words() {
        var words = new Properties();
        try (var stream = Objects.requireNonNull(
                        VerifyAuditCommand.class.getResourceAsStream("/i18n/audit/texts_fr.properties"));
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
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
