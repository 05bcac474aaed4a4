package org.relais.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

import org.relais.directory.AddSheet;
import org.relais.directory.PartnerDirectory;
import org.relais.directory.PartnerFilter;
import org.relais.directory.PartnerImport;
import org.relais.directory.SheetContent;
import org.relais.directory.SheetLibrary;
import org.relais.shared.SheetId;
import org.relais.staff.Role;

/** Fills the directory from a file, as a coordinator would, and the library with a few sheets; once. */
@Component
@ConditionalOnProperty("relais.demonstration")
class DirectoryDeeds {

    private static final String FILE = "/demo/partners_fr.csv";
    private static final Pattern DAYS_AGO = Pattern.compile("\\{(\\d+)}");

    private final PartnerDirectory directory;
    private final PartnerImport imports;
    private final SheetLibrary library;
    private final Clock clock;

    DirectoryDeeds(PartnerDirectory directory, PartnerImport imports, SheetLibrary library, Clock clock) {
        this.directory = directory;
        this.imports = imports;
        this.library = library;
        this.clock = clock;
    }

    /** The file holds its days of verification as how many days they are ago. */
    void fill() {
        DemonstrationSeed.actAs("m.delorme", Role.COORDINATOR, () -> {
            if (directory.count(PartnerFilter.ALL) > 0) {
                return;
            }
            var today = LocalDate.ofInstant(clock.instant(), DemonstrationHouse.ZONE);
            var text = DAYS_AGO.matcher(read())
                    .replaceAll(
                            ago -> today.minusDays(Long.parseLong(ago.group(1))).toString());
            var file = text.getBytes(StandardCharsets.UTF_8);
            imports.apply(file, imports.preview(file).mark());
            add(
                    "Mes droits pendant le soin",
                    null,
                    "Vous pouvez à tout moment demander qui a lu votre dossier, retirer un accord de partage ou"
                            + " verrouiller une partie de votre dossier.\n\nParlez-en à la personne qui vous suit.");
            add(
                    "Préparer un rendez-vous à la MDPH",
                    Role.SOCIAL_WORKER,
                    "À apporter : pièce d’identité, certificat médical de moins d’un an, justificatif de domicile ou"
                            + " attestation de domiciliation.\n\nLe délai de réponse est d’environ deux mois.");
            add(
                    "Naloxone : reconnaître une surdose et agir",
                    null,
                    "1. Appeler le 15.\n2. Mettre la personne sur le côté.\n3. Donner la naloxone.\n4. Rester avec elle"
                            + " jusqu’à l’arrivée des secours.");
        });
    }

    private void add(String title, @Nullable Role role, String words) {
        library.add(new AddSheet(SheetId.create(), title, role, "fr", new SheetContent.Text(words)));
    }

    private static String read() {
        try (InputStream file = Objects.requireNonNull(DirectoryDeeds.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
