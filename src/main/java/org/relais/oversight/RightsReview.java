package org.relais.oversight;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.relais.access.AccessService;
import org.relais.access.GivenRight;
import org.relais.access.GivenRights;
import org.relais.access.Scope;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.audit.LogReading;
import org.relais.rules.RuleInForce;
import org.relais.shared.Conflict;
import org.relais.shared.Id;
import org.relais.shared.RightsReviewId;
import org.relais.shared.StaffId;
import org.relais.shared.Utc;
import org.relais.staff.RightsHolder;
import org.relais.staff.RightsHolders;

/**
 * Who holds which rights and when they last used them, and that somebody looked at it. A review is signed for exactly
 * the state that was on the screen.
 */
@Service
public class RightsReview {

    /** The reviews that are listed. */
    private static final int MOST_REVIEWS = 12;

    private final RightsHolders holders;
    private final GivenRights given;
    private final LogReading log;
    private final RuleInForce<RightsReviewRule> rule;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AccessService access;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    RightsReview(
            RightsHolders holders,
            GivenRights given,
            LogReading log,
            RuleInForce<RightsReviewRule> rule,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AccessService access,
            Clock clock) {
        this.holders = holders;
        this.given = given;
        this.log = log;
        this.rule = rule;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Everybody by name, with what they hold now.
     *
     * @param scope over the access log
     */
    public RightsState state(Scope scope) {
        access.requireFull(scope, Section.AUDIT_LOG);
        access.recordReview(scope, null, "rights", null, null);
        var inForce = rule.now();
        var all = holders.all();
        var beyond = given.byStaff(scope);
        var last = log.last(all.stream().map(holder -> holder.member().id()).toList());
        var dormantBefore = clock.instant().minus(inForce.dormantAfter());
        var held = all.stream()
                .map(holder -> {
                    var id = holder.member().id();
                    var used = last.get(id);
                    return new HeldRights(
                            holder,
                            beyond.getOrDefault(id, GivenRight.NONE),
                            used,
                            holder.member().active() && before(used, dormantBefore));
                })
                .toList();
        return new RightsState(held, hash(held), inForce, signed());
    }

    /**
     * Signs the state as reviewed. A second call with the same id changes nothing.
     *
     * @param scope over the access log
     * @param id given by the caller
     * @param hash of the state that was on the screen
     * @throws Conflict when rights have changed since
     */
    public void sign(Scope scope, RightsReviewId id, String hash) {
        access.requireFull(scope, Section.AUDIT_LOG);
        var now = state(scope);
        if (now.signed().stream().anyMatch(review -> review.id().equals(id))) {
            return;
        }
        if (!now.hash().equals(hash)) {
            throw new Conflict("oversight.rights.error.changed");
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("INSERT INTO oversight_rights_review VALUES (?,?,?,?,?,?,?)")
                    .param(id.value())
                    .param(Utc.column(clock.instant()))
                    .param(scope.actor().id().value())
                    .param(hash)
                    .param(now.held().size())
                    .param(now.dormant())
                    .param(now.rule().rule().version())
                    .update();
            access.recordAct(scope, AccessAction.SIGN, "rights-review", id);
        });
    }

    private List<SignedReview> signed() {
        return jdbc.sql("SELECT * FROM oversight_rights_review ORDER BY reviewed_at DESC LIMIT ?")
                .param(MOST_REVIEWS)
                .query((row, number) -> new SignedReview(
                        new RightsReviewId(Utc.uuid(row, "id")),
                        Utc.instant(row, "reviewed_at"),
                        new StaffId(Utc.uuid(row, "reviewed_by")),
                        row.getString("state_hash"),
                        row.getInt("account_count"),
                        row.getInt("dormant_count")))
                .list();
    }

    private static boolean before(@Nullable Instant used, Instant limit) {
        return used == null || used.isBefore(limit);
    }

    // Not when somebody last acted: that changes with every click, what they may do does not
    private static String hash(List<HeldRights> held) {
        var text = held.stream().map(RightsReview::line).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String line(HeldRights rights) {
        RightsHolder holder = rights.holder();
        var member = holder.member();
        return String.join(
                "|",
                member.id().toString(),
                member.role().name(),
                String.valueOf(member.active()),
                ids(member.wholeCentres()),
                ids(member.units()),
                holder.functions().stream()
                        .map(held -> held.function() + " " + held.centre() + " " + held.from() + " " + held.until())
                        .sorted()
                        .collect(Collectors.joining(",")),
                rights.given().accesses() + " " + rights.given().until(),
                String.valueOf(rights.given().protectedPeople()));
    }

    private static String ids(Collection<? extends Id> ids) {
        return ids.stream().map(id -> id.value().toString()).sorted().collect(Collectors.joining(","));
    }
}
