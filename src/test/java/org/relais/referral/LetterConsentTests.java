package org.relais.referral;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.relais.access.AccessDenied;
import org.relais.access.AccessService;
import org.relais.access.ConsentPurpose;
import org.relais.access.Grant;
import org.relais.access.Section;
import org.relais.audit.AccessAction;
import org.relais.directory.Partner;
import org.relais.person.MayBeTold;
import org.relais.person.PersonService;
import org.relais.person.Relation;
import org.relais.person.RelativeDetails;
import org.relais.person.TellingTopic;
import org.relais.referral.page.LetterPart;
import org.relais.rules.RuleInForce;
import org.relais.shared.ConsentId;
import org.relais.shared.PersonId;
import org.relais.staff.Role;
import org.relais.support.House;
import org.relais.support.House.Place;
import org.relais.support.RelaisTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * No letter ever speaks of a section its recipient has no consent for: generated over all sections, recipients and states
 * of a consent, with one room contributing a paragraph for every section there is.
 */
@RelaisTest
@Import({ReferralFolk.class, LetterConsentTests.EverySection.class})
class LetterConsentTests {

    private static final long SEED = 20_261_122;
    private static final List<Section> SHAREABLE =
            Arrays.stream(Section.values()).filter(Section::shareable).toList();

    @Autowired
    House house;

    @Autowired
    ReferralFolk folk;

    @Autowired
    PartnerReferrals referrals;

    @Autowired
    PersonService people;

    @Autowired
    AccessService access;

    @Autowired
    RuleInForce<ReferralRule> rule;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Place here;
    PersonId person;

    @BeforeEach
    void openHouse() {
        here = house.open().here();
        person = folk.register(here, "Rémi");
    }

    @Test
    void a_letter_to_a_partner_holds_what_a_consent_in_force_names_for_it_and_nothing_else() throws Exception {
        var random = new Random(SEED);
        var partners = List.of(folk.partner(here, "Alpha"), folk.partner(here, "Beta"), folk.partner(here, "Gamma"));
        var letters = 0;
        for (int round = 0; round < 30; round++) {
            var held = consents(random, partners);
            for (var partner : partners) {
                var wanted = some(random, SHAREABLE);
                letters += composed(partner, wanted, open(held, partner)) ? 1 : 0;
            }
            held.forEach(one -> folk.withdraw(here, person, one.id()));
            for (var partner : partners) {
                composed(partner, EnumSet.allOf(Section.class), Set.of());
            }
        }
        assertThat(letters).as("letters that said something").isGreaterThan(15);
    }

    @Test
    void a_letter_that_is_sent_printed_or_saved_holds_only_what_is_agreed_and_none_leaves_after_withdrawing()
            throws Exception {
        var random = new Random(SEED + 1);
        var sent = 0;
        for (int round = 0; round < 20; round++) {
            var partner = folk.partner(here, "Partner " + round);
            var agreed = new java.util.HashSet<>(some(random, SHAREABLE));
            agreed.add(round % 4 == 3 ? Section.ADMINISTRATIVE : Section.SOCIAL);
            var consent = folk.agree(here, person, partner.name(), agreed);
            var letter = some(random, round % 2 == 0 ? List.copyOf(agreed) : SHAREABLE).stream()
                    .map(section -> new LetterParagraph(section, "Heading", mark(section)))
                    .toList();
            var draft = start(partner, letter);
            var asked = EnumSet.of(Section.SOCIAL);
            letter.forEach(paragraph -> asked.add(paragraph.section()));
            if (letter.isEmpty() || !agreed.containsAll(asked)) {
                assertThatThrownBy(() -> folk.send(here, person, draft)).isInstanceOf(RuntimeException.class);
                refusedForPaper(draft, !agreed.containsAll(asked));
                continue;
            }
            sent++;
            var row = folk.send(here, person, draft);
            holds(paper(row), agreed);
            holds(file(row), agreed);
            folk.withdraw(here, person, consent);
            refusedForPaper(row, true);
        }
        assertThat(sent).as("letters that left").isGreaterThan(5);
    }

    @Test
    void a_withdrawal_at_the_moment_of_sending_is_seen() {
        var partner = folk.partner(here, "Alpha");
        var consent = folk.agree(here, person, partner.name(), ReferralFolk.USUAL);
        var draft = folk.draft(here, person, partner);
        var passes = here.as(
                Role.SOCIAL_WORKER,
                () -> List.of(folk.write(person, Section.SOCIAL), folk.read(person, Section.ADMINISTRATIVE)));
        folk.withdraw(here, person, consent);
        assertThatThrownBy(() -> here.as(
                        Role.SOCIAL_WORKER,
                        () -> referrals.send(passes.getFirst(), passes.getLast(), draft.id(), draft.version())))
                .as("the passes rest on what held before")
                .isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> folk.send(here, person, draft)).isInstanceOf(SharingRefused.class);
    }

    @Test
    void a_letter_to_somebody_close_holds_what_they_may_be_told_and_nothing_else() {
        var random = new Random(SEED + 2);
        var topics = rule.now().topics();
        var said = 0;
        for (int round = 0; round < 30; round++) {
            var answers = Arrays.stream(TellingTopic.values())
                    .collect(Collectors.toMap(topic -> topic, topic -> random.nextInt(3) > 0));
            var over = random.nextInt(5) == 0;
            var relative = relative(round, answers, over);
            var open = topics.entrySet().stream()
                    .filter(entry -> !over && entry.getValue().stream().allMatch(answers::get))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            var wanted = some(random, SHAREABLE);
            var letter = compose(new ComposeLetter(
                    here.centre(), relative, ConsentPurpose.FAMILY, wanted, null, mark(Section.SOCIAL)));
            open.retainAll(wanted);
            holds(text(letter), open);
            said += letter.isEmpty() ? 0 : 1;
            var verdict = here.as(
                    Role.SOCIAL_WORKER,
                    () -> referrals.verdict(
                            folk.read(person, Section.SOCIAL),
                            folk.read(person, Section.ADMINISTRATIVE),
                            new ComposeLetter(here.centre(), relative, ConsentPurpose.FAMILY, wanted, null, null)));
            assertThat(verdict.allowed()).isEqualTo(wanted.isEmpty() && !over || !over && open.containsAll(wanted));
        }
        assertThat(said).isGreaterThan(5);
    }

    @Test
    void a_section_that_the_author_reads_only_in_summary_or_that_is_locked_is_never_in_a_letter() {
        var partner = folk.partner(here, "Alpha");
        folk.agree(here, person, partner.name(), Set.copyOf(SHAREABLE));
        var letter = compose(folk.asking(here, new Recipient.ToPartner(partner.id()), Set.copyOf(SHAREABLE)));
        assertThat(letter.stream().map(LetterParagraph::section).distinct())
                .containsExactlyInAnyOrder(Section.ADMINISTRATIVE, Section.SOCIAL, Section.PLAN, Section.RISK);
    }

    @Test
    void a_reader_without_a_section_sees_that_a_paragraph_is_withheld() {
        var partner = folk.partner(here, "Alpha");
        folk.agree(here, person, partner.name(), Set.copyOf(SHAREABLE));
        var letter = List.of(
                new LetterParagraph(Section.SOCIAL, "Quoi", mark(Section.SOCIAL)),
                new LetterParagraph(Section.RISK, "Risque", mark(Section.RISK)));
        var row = folk.send(here, person, start(partner, letter));
        var read = here.as(
                Role.PSYCHOLOGIST, () -> referrals.letter(folk.read(person, Section.SOCIAL), List.of(), row.id()));
        assertThat(read.sections()).containsExactly(Section.SOCIAL);
        assertThat(read.withheld()).isEqualTo(1);
    }

    private boolean composed(Partner partner, Set<Section> wanted, Set<Section> open) {
        var letter = compose(new ComposeLetter(
                here.centre(),
                new Recipient.ToPartner(partner.id()),
                ConsentPurpose.SOCIAL_SUPPORT,
                wanted,
                null,
                mark(Section.SOCIAL)));
        var expected = new ArrayList<>(open);
        expected.retainAll(wanted);
        holds(text(letter), Set.copyOf(expected));
        return !letter.isEmpty();
    }

    private List<LetterParagraph> compose(ComposeLetter asked) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.compose(
                        folk.write(person, Section.SOCIAL),
                        folk.read(person, Section.ADMINISTRATIVE),
                        others(),
                        asked,
                        Locale.FRENCH));
    }

    // Every pass a social worker can have, those to summaries too
    private List<Grant> others() {
        return SHAREABLE.stream()
                .filter(section -> section != Section.SOCIAL && section != Section.ADMINISTRATIVE)
                .flatMap(section -> access.grantIfRoleOpens(person, section).stream())
                .toList();
    }

    private PartnerReferralRow start(Partner partner, List<LetterParagraph> letter) {
        return here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.start(
                        folk.write(person, Section.SOCIAL),
                        folk.read(person, Section.ADMINISTRATIVE),
                        folk.command(here, new Recipient.ToPartner(partner.id()), letter)));
    }

    private String paper(PartnerReferralRow row) {
        return text(here.as(
                        Role.SOCIAL_WORKER,
                        () -> referrals.outgoing(
                                folk.write(person, Section.SOCIAL),
                                folk.read(person, Section.ADMINISTRATIVE),
                                others(),
                                row.id(),
                                AccessAction.PRINT))
                .paragraphs());
    }

    private String file(PartnerReferralRow row) throws IOException {
        var bytes = here.as(
                Role.SOCIAL_WORKER,
                () -> referrals.pdf(
                        folk.write(person, Section.SOCIAL),
                        folk.read(person, Section.ADMINISTRATIVE),
                        others(),
                        row.id(),
                        Locale.FRENCH));
        try (var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Une place au calme", row.recipientName());
            return text;
        }
    }

    private void refusedForPaper(PartnerReferralRow row, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> paper(row)).isInstanceOf(SharingRefused.class);
            assertThatThrownBy(() -> file(row)).isInstanceOf(SharingRefused.class);
        }
    }

    private void holds(String text, Set<Section> allowed) {
        for (var section : Section.values()) {
            if (!allowed.contains(section)) {
                assertThat(text).as("%s although only %s", section, allowed).doesNotContain(mark(section));
            }
        }
    }

    private List<Held> consents(Random random, List<Partner> partners) {
        var held = new ArrayList<Held>();
        for (int i = 0; i < 6; i++) {
            var partner = partners.get(random.nextInt(partners.size()));
            var purpose = random.nextBoolean()
                    ? ConsentPurpose.SOCIAL_SUPPORT
                    : ConsentPurpose.values()[random.nextInt(ConsentPurpose.values().length)];
            var sections = some(random, SHAREABLE);
            if (sections.isEmpty()) {
                continue;
            }
            var state = State.values()[random.nextInt(State.values().length)];
            var id = folk.agree(
                    here,
                    person,
                    partner.name(),
                    sections,
                    purpose,
                    state == State.EXPIRED ? clock.instant().plus(Duration.ofDays(1)) : null);
            if (state == State.WITHDRAWN) {
                folk.withdraw(here, person, id);
            } else if (state == State.EXPIRED) {
                jdbc.sql("UPDATE access_sharing_consent SET given_at = given_at - INTERVAL 9 DAY,"
                                + " until_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE id = ?")
                        .param(id.value())
                        .update();
            }
            held.add(new Held(id, partner, purpose, sections, state));
        }
        return held;
    }

    private static Set<Section> open(List<Held> held, Partner partner) {
        return held.stream()
                .filter(one -> one.partner().equals(partner)
                        && one.state() == State.IN_FORCE
                        && one.purpose() == ConsentPurpose.SOCIAL_SUPPORT)
                .flatMap(one -> one.sections().stream())
                .collect(Collectors.toSet());
    }

    private Recipient relative(int number, Map<TellingTopic, Boolean> answers, boolean over) {
        var today = clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate();
        var details = new RelativeDetails(
                "Sister " + number,
                Relation.SISTER,
                null,
                new MayBeTold(answers, today.minusDays(30), over ? today.minusDays(3) : null));
        return new Recipient.ToRelative(here.as(
                Role.SOCIAL_WORKER, () -> people.addRelative(folk.write(person, Section.ADMINISTRATIVE), details)));
    }

    private static Set<Section> some(Random random, List<Section> of) {
        return of.stream().filter(section -> random.nextInt(10) < 6).collect(Collectors.toSet());
    }

    private static String text(List<LetterParagraph> letter) {
        return letter.stream().map(LetterParagraph::text).collect(Collectors.joining("\n"));
    }

    private static String mark(Section section) {
        return "MARKOF" + section.name().replace("_", "") + "END";
    }

    private enum State {
        IN_FORCE,
        EXPIRED,
        WITHDRAWN
    }

    private record Held(ConsentId id, Partner partner, ConsentPurpose purpose, Set<Section> sections, State state) {}

    /** A room for every section, that says its mark. */
    @TestConfiguration
    static class EverySection {

        @Bean
        LetterPart administrativeMark() {
            return new Mark(Section.ADMINISTRATIVE);
        }

        @Bean
        LetterPart medicalMark() {
            return new Mark(Section.MEDICAL);
        }

        @Bean
        LetterPart opioidAgonistMark() {
            return new Mark(Section.OPIOID_AGONIST);
        }

        @Bean
        LetterPart psychologicalMark() {
            return new Mark(Section.PSYCHOLOGICAL);
        }

        @Bean
        LetterPart processNoteMark() {
            return new Mark(Section.PROCESS_NOTE);
        }

        @Bean
        LetterPart groupMark() {
            return new Mark(Section.GROUP);
        }

        @Bean
        LetterPart socialMark() {
            return new Mark(Section.SOCIAL);
        }

        @Bean
        LetterPart familyMark() {
            return new Mark(Section.FAMILY);
        }

        @Bean
        LetterPart harmReductionMark() {
            return new Mark(Section.HARM_REDUCTION);
        }

        @Bean
        LetterPart laboratoryMark() {
            return new Mark(Section.LABORATORY);
        }

        @Bean
        LetterPart riskMark() {
            return new Mark(Section.RISK);
        }

        @Bean
        LetterPart planMark() {
            return new Mark(Section.PLAN);
        }
    }

    private record Mark(Section section) implements LetterPart {

        @Override
        public int order() {
            return 100;
        }

        @Override
        public String titleKey() {
            return section.key();
        }

        @Override
        public Optional<String> paragraph(Grant grant, Locale locale) {
            return Optional.of(mark(section));
        }
    }
}
