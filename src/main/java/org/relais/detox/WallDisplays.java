package org.relais.detox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.relais.audit.AccessAction;
import org.relais.centre.Centre;
import org.relais.centre.Centres;
import org.relais.shared.CentreId;
import org.relais.shared.Conflict;
import org.relais.shared.DisplayId;
import org.relais.shared.FreeText;
import org.relais.shared.NotFound;
import org.relais.staff.CurrentStaff;
import org.relais.staff.Role;
import org.relais.staff.StaffFunction;
import org.relais.staff.StaffFunctions;

/**
 * The displays on the walls of wards: made, listed and revoked by the charge nurses of their centre and by
 * administrators, who read nothing of anybody by that; a nurse who is not in charge is told so by a {@link Conflict}.
 * Making and revoking are in the access log.
 */
@Service
@Transactional
@PreAuthorize("hasAnyRole('NURSE', 'ADMINISTRATOR')")
public class WallDisplays {

    static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final int NAME = 40;

    private final WallSecrets secrets = new WallSecrets();
    private final WallDisplayTable table;
    private final WallLog log;
    private final Centres centres;
    private final CurrentStaff current;
    private final StaffFunctions functions;
    private final Clock clock;

    WallDisplays(
            WallDisplayTable table,
            WallLog log,
            Centres centres,
            CurrentStaff current,
            StaffFunctions functions,
            Clock clock) {
        this.table = table;
        this.log = log;
        this.centres = centres;
        this.current = current;
        this.functions = functions;
        this.clock = clock;
    }

    /** The centres for whose walls the actor makes displays; none for who is not in charge. */
    @Transactional(readOnly = true)
    public Set<CentreId> managed() {
        return current.require().role() == Role.ADMINISTRATOR
                ? centres.all().stream().map(Centre::id).collect(Collectors.toSet())
                : functions.mine(StaffFunction.CHARGE_NURSE);
    }

    /** Those that are not revoked, by name. */
    @Transactional(readOnly = true)
    public List<WallDisplay> all() {
        return table.at(requireManaging());
    }

    /**
     * Makes a display. Its code is told here and nowhere again.
     *
     * @throws org.relais.shared.InvalidInput at {@code name}
     * @throws Conflict when it was made already
     */
    public WallCode issue(IssueDisplay command) {
        var managed = requireManaging();
        var unit = centres.unit(command.unit())
                .filter(one -> managed.contains(one.centre()) && !one.beds().isEmpty())
                .orElseThrow(NotFound::new);
        var name = FreeText.requireLine("name", command.name(), NAME);
        if (table.find(command.id()).isPresent()) {
            throw new Conflict("detox.error.display-made");
        }
        var code = secrets.code();
        var now = clock.instant();
        var until = now.plus(CODE_LIFE);
        var actor = current.require();
        table.insert(
                new IssueDisplay(
                        command.id(),
                        command.unit(),
                        name,
                        Locale.of(command.language()).getLanguage(),
                        command.scheme()),
                unit.centre(),
                name,
                WallSecrets.ofCode(code),
                until,
                actor.id(),
                now);
        log.write(AccessAction.CREATE, actor, table.find(command.id()).orElseThrow());
        return new WallCode(code, until);
    }

    /** Takes a display away: its device shows the ward no more at its next look. Nothing happens the second time. */
    public void revoke(DisplayId id) {
        var managed = requireManaging();
        var found = table.find(id);
        if (found.isEmpty()) {
            return;
        }
        var display = found.get();
        if (!managed.contains(display.centre())) {
            throw new NotFound();
        }
        var actor = current.require();
        table.revoke(id, actor.id(), clock.instant());
        log.write(AccessAction.CHANGE, actor, display);
    }

    private Set<CentreId> requireManaging() {
        var managed = managed();
        if (managed.isEmpty()) {
            throw new Conflict("detox.error.display-charge");
        }
        return managed;
    }
}
