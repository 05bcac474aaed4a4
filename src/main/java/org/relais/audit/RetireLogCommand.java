package org.relais.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

import org.relais.shared.CommandLineTask;
import org.relais.shared.CommandWords;

/**
 * {@code retire-log MONTH}: removes one month of the log when its retention is over and the whole log is as it was
 * written, and leaves a signed tombstone. Needs an administrator of the server, whom it does not know otherwise.
 */
@Component
class RetireLogCommand implements CommandLineTask {

    static final String ACCOUNT = "relais.database.administrator.username";
    static final String PASSWORD = "relais.database.administrator.password";

    private final Verification verification;
    private final AuditProperties properties;
    private final Environment environment;
    private final CommandWords words = new CommandWords();
    private final Clock clock;

    RetireLogCommand(Verification verification, AuditProperties properties, Environment environment, Clock clock) {
        this.verification = verification;
        this.properties = properties;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retire-log";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 1 || !arguments.getFirst().matches("20[0-9]{2}(0[1-9]|1[0-2])")) {
            return refuse(out, "audit.command.retire.usage");
        }
        var month = Integer.parseInt(arguments.getFirst());
        var last = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(properties.retentionMonths());
        if (month >= last.getYear() * 100 + last.getMonthValue()) {
            return refuse(out, "audit.command.retire.too-young", month, properties.retentionMonths());
        }
        var account = environment.getProperty(ACCOUNT, "");
        if (account.isBlank()) {
            return refuse(out, "audit.command.retire.account");
        }
        out.println(words.text("audit.command.retire.checking"));
        var findings = verification.verify(List.of(), VerificationProgress.NONE);
        if (!findings.clean()) {
            return refuse(out, "audit.command.retire.faults", findings.found().size());
        }
        try (var connection = DriverManager.getConnection(
                properties.sealing().datasource().url(), account, environment.getProperty(PASSWORD, ""))) {
            var retirement = new Retirement(
                    JdbcClient.create(new SingleConnectionDataSource(connection, true)), properties.schema());
            if (!retirement.standsAlone(month)) {
                return refuse(out, "audit.command.retire.no-partition", month);
            }
            if (retirement.unsealed(month) > 0) {
                return refuse(out, "audit.command.retire.unsealed", month);
            }
            var tombstone = retirement.retire(
                    month, SealingKey.ofFile(Path.of(properties.sealing().key())), clock.instant());
            out.println(words.text(
                    "audit.command.retire.done",
                    month,
                    tombstone.rows(),
                    tombstone.firstEpoch(),
                    tombstone.lastEpoch()));
            return 0;
        } catch (SQLException refused) {
            return refuse(out, "audit.command.retire.refused", refused.getErrorCode());
        } catch (IOException unreadable) {
            return refuse(out, "audit.command.retire.no-key");
        }
    }

    private int refuse(PrintStream out, String key, Object... arguments) {
        out.println(words.text(key, arguments));
        return 1;
    }
}
