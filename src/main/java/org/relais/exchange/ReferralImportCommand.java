package org.relais.exchange;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Purpose;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.exchange.fhir.ReferralBundleReader;
import org.relais.exchange.referral.BrokenReferral;
import org.relais.exchange.referral.Fault;
import org.relais.shared.CommandLineTask;
import org.relais.shared.InvalidInput;
import org.relais.shared.RelaisException;

/**
 * {@code ./relais import FILE_OR_FOLDER [--centre CODE]}: takes in referrals, each file for itself. Answers 0 when every
 * file was read, 1 when one was broken, 2 when it was not understood what to do.
 */
@Component
class ReferralImportCommand implements CommandLineTask {

    private static final Logger LOG = LoggerFactory.getLogger(ReferralImportCommand.class);
    private static final String NAME = "import";
    private static final int BROKEN = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final ReferralBundleReader reader;
    private final ReferralImport referrals;
    private final AccessService access;
    private final Centres centres;
    private final Clock clock;
    private final HouseWords words = new HouseWords(Locale.FRENCH);

    ReferralImportCommand(
            ReferralBundleReader reader, ReferralImport referrals, AccessService access, Centres centres, Clock clock) {
        this.reader = reader;
        this.referrals = referrals;
        this.access = access;
        this.centres = centres;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        // Names the task, and is no member of staff: it opens nothing but the list of centres
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(NAME, null, List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return understand(arguments, out);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private int understand(List<String> arguments, PrintStream out) {
        var option = arguments.indexOf("--centre");
        var code = option >= 0 && option + 1 < arguments.size() ? arguments.get(option + 1) : null;
        var rest = option < 0
                ? arguments
                : arguments.stream()
                        .filter(word -> !word.equals("--centre") && !word.equals(code))
                        .toList();
        if (rest.size() != 1 || (option >= 0 && code == null)) {
            return refuse(out, "exchange.command.usage");
        }
        var unit = unit(code);
        if (unit.isEmpty()) {
            return refuse(
                    out,
                    "exchange.command.no-centre",
                    code == null ? "" : code,
                    centres.all().stream().map(Centre::code).collect(Collectors.joining(", ")));
        }
        try {
            var path = Path.of(rest.getFirst());
            var files = ReferralFiles.of(path);
            if (files.isEmpty()) {
                return refuse(out, "exchange.command.no-file", path);
            }
            return take(files, Files.isDirectory(path) ? path : null, unit.get(), out);
        } catch (IOException | InvalidPathException unreadable) {
            return refuse(out, "exchange.command.unreadable", rest.getFirst());
        }
    }

    private int take(List<Path> files, @Nullable Path folder, Unit unit, PrintStream out) {
        out.println(words.text(
                "exchange.command.begin",
                files.size(),
                centres.centre(unit.centre()).name(),
                unit.name()));
        var began = clock.instant();
        var summary = new ImportSummary(words);
        var progress = new ProgressLine(out, ProgressLine.watched(), files.size());
        for (var file : files) {
            var name = folder == null ? String.valueOf(file.getFileName()) : String.valueOf(folder.relativize(file));
            progress.next(name);
            take(file, name, unit, summary, progress);
        }
        progress.end();
        summary.print(out, Duration.between(began, clock.instant()).toSeconds());
        return summary.complete() ? 0 : BROKEN;
    }

    private void take(Path file, String name, Unit unit, ImportSummary summary, ProgressLine progress) {
        try {
            var referral = reader.read(file);
            var scope = access.taskScope(NAME, unit.centre(), Purpose.IMPORT);
            summary.add(referrals.take(scope, unit.id(), referral));
        } catch (BrokenReferral broken) {
            var message = words.text(broken.key(), broken.arguments());
            if (broken.fault() == Fault.NAMES_ONLY) {
                summary.addNamesOnly();
                progress.say(message);
                return;
            }
            summary.addBroken();
            var place = words.text(broken.place().key(), broken.place().arguments());
            progress.say(words.text("exchange.command.broken", message, place));
        } catch (RelaisException refused) {
            summary.addBroken();
            var field = refused instanceof InvalidInput input ? " (" + input.field() + ")" : "";
            progress.say(name + " : " + words.text(refused.key(), refused.arguments()) + field);
        } catch (RuntimeException failed) {
            LOG.error("A referral could not be stored", failed);
            summary.addBroken();
            progress.say(words.text("exchange.command.failed", name));
        }
    }

    private Optional<Unit> unit(@Nullable String code) {
        var among = code == null
                ? centres.all().stream()
                        .filter(centre -> centre.units().stream()
                                .anyMatch(unit -> unit.kind().inpatient()))
                : centres.all().stream().filter(centre -> centre.code().equalsIgnoreCase(code));
        // Where people stay is asked first; elsewhere the first team there is
        return among.findFirst()
                .flatMap(centre -> centre.units().stream()
                        .min(Comparator.comparing(unit -> !unit.kind().inpatient())));
    }

    private int refuse(PrintStream out, String key, Object... arguments) {
        out.println(words.text(key, arguments));
        return NOT_UNDERSTOOD;
    }
}
