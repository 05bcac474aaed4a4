package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import org.relais.access.AccessService;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.assessment.BandProfile;
import org.relais.assessment.Definitions;
import org.relais.assessment.Instrument;
import org.relais.assessment.LatestResult;
import org.relais.centre.Centres;
import org.relais.centre.Unit;
import org.relais.shared.DisplayId;
import org.relais.shared.PersonId;

/**
 * Reads a ward for the display on its wall: anew when something changed there, and a few times a minute because time
 * passes. A display looks every second; it is logged once for as long as a pass lasts, and everybody in the beds is
 * logged once within it, before they show.
 */
@Component
class WallReading {

    private static final String TASK = "wall-display";
    private static final Duration PASS = Duration.ofMinutes(5);
    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Duration GONE = Duration.ofMinutes(2);

    private final WardBoard board;
    private final WardNews news;
    private final Definitions definitions;
    private final Centres centres;
    private final AccessService access;
    private final Clock clock;
    private final Map<DisplayId, Held> held = new ConcurrentHashMap<>();

    WallReading(
            WardBoard board,
            WardNews news,
            Definitions definitions,
            Centres centres,
            AccessService access,
            Clock clock) {
        this.board = board;
        this.news = news;
        this.definitions = definitions;
        this.centres = centres;
        this.access = access;
        this.clock = clock;
    }

    WallSheet read(WallDisplay display) {
        return held.computeIfAbsent(display.id(), _ -> new Held()).read(display);
    }

    /** Lets go of displays that look no more. */
    @Scheduled(fixedDelayString = "${relais.detox.wall-tidy:60s}")
    void tidy() {
        var before = clock.instant().minus(GONE);
        held.values().removeIf(one -> one.endIfBefore(before));
    }

    @PreDestroy
    void close() {
        held.values().forEach(Held::end);
    }

    private WallSheet sheet(WallDisplay display, List<WardRow> rows, Instant now) {
        var locale = Locale.of(display.language());
        return new WallSheet(
                display,
                centres.unit(display.unit()).map(Unit::name).orElse(""),
                centres.centre(display.centre()).serviceDay().zone(),
                rows.stream().map(row -> bed(row, locale)).toList(),
                now);
    }

    private WallBed bed(WardRow row, Locale locale) {
        var kept = row.bed().state().reservation();
        var detox = row.detox();
        var next = row.next();
        var last = row.withheld() ? null : scored(row);
        var status = row.any(ObservationStatus.OVERDUE)
                ? ObservationStatus.OVERDUE
                : row.any(ObservationStatus.DUE) ? ObservationStatus.DUE : ObservationStatus.NOT_DUE;
        return new WallBed(
                row.bed().bed().label(),
                row.bed().taken(),
                row.bed().state().condition(),
                kept == null ? null : kept.expectedAt(),
                detox == null ? 0 : detox.day(),
                last == null || last.findings() == null ? null : last.findings().severity(),
                last == null ? null : band(last, locale),
                next == null
                        ? null
                        : new WallBed.Due(next.course().dueAt(), next.course().grace(), status),
                row.alarms().size());
    }

    private static @Nullable LatestResult scored(WardRow row) {
        var leading = row.leading();
        return leading == null
                ? null
                : leading.results().stream()
                        .filter(result ->
                                result.findings() != null && result.findings().total() != null)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable String band(LatestResult result, Locale locale) {
        return definitions
                .instrument(result.instrument(), result.version())
                .flatMap(Instrument::defaultProfile)
                .map(BandProfile::bands)
                .orElse(List.of())
                .stream()
                .filter(band -> band.code().equals(result.band()))
                .findFirst()
                .map(band -> band.label().in(locale))
                .orElse(null);
    }

    /** What one display was given. */
    private final class Held {

        private final Set<PersonId> shown = new HashSet<>();
        private @Nullable Scope beds;
        private @Nullable Scope medical;
        private Instant passUntil = Instant.MIN;
        private Instant lookedAt = Instant.MIN;
        private WardNews.@Nullable Subscription subscription;
        private @Nullable WallSheet sheet;
        private volatile boolean changed = true;

        synchronized WallSheet read(WallDisplay display) {
            var now = clock.instant();
            lookedAt = now;
            var last = sheet;
            if (last != null && !changed && now.isBefore(last.readAt().plus(FRESH)) && now.isBefore(passUntil)) {
                return last;
            }
            sheet = null;
            var before = SecurityContextHolder.getContext();
            var context = SecurityContextHolder.createEmptyContext();
            // Names the task, and is no member of staff: it opens nothing but the list of centres
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(TASK, null, List.of()));
            SecurityContextHolder.setContext(context);
            try {
                if (!now.isBefore(passUntil)) {
                    renew(display, now);
                }
                changed = false;
                var rows =
                        board.nameless(Objects.requireNonNull(beds), Objects.requireNonNull(medical), display.unit());
                log(rows);
                var read = sheet(display, rows, now);
                sheet = read;
                return read;
            } catch (RuntimeException failed) {
                changed = true;
                throw failed;
            } finally {
                SecurityContextHolder.setContext(before);
            }
        }

        synchronized boolean endIfBefore(Instant instant) {
            if (lookedAt.isAfter(instant)) {
                return false;
            }
            end();
            return true;
        }

        synchronized void end() {
            if (subscription != null) {
                subscription.end();
                subscription = null;
            }
        }

        private void renew(WallDisplay display, Instant now) {
            var name = TASK + " " + display.name();
            var administrative = access.displayScope(name, display.centre(), Section.ADMINISTRATIVE);
            beds = administrative;
            medical = access.displayScope(name, display.centre(), Section.MEDICAL);
            shown.clear();
            end();
            subscription = news.listen(administrative, display.centre(), () -> changed = true);
            passUntil = now.plus(PASS);
        }

        private void log(List<WardRow> rows) {
            var unlogged = rows.stream()
                    .map(row -> row.bed().person())
                    .filter(Objects::nonNull)
                    .filter(person -> !shown.contains(person))
                    .toList();
            if (!unlogged.isEmpty()) {
                access.show(Objects.requireNonNull(medical), unlogged);
                shown.addAll(unlogged);
            }
        }
    }
}
