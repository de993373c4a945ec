namespace Barometre.IntegrationTests.Schema;

/// <summary>What each table is, said once; a table that is not said fails a test.</summary>
internal static class Declared
{
    /// <summary>Tables with rows about one person, and what the rows say.</summary>
    public static readonly Dictionary<string, string> Personal = new(StringComparer.Ordinal)
    {
        ["participation.service_user"] = "the record itself",
        ["participation.enrolment"] = "where the person is accompanied",
        ["participation.circle_member"] = "who is around the person",
        ["participation.register_entry"] = "who looked at the record",
        ["participation.register_head"] = "the end of the register's chain",
        ["participation.circle_fact"] = "what happened in the circle",
        ["participation.consent"] = "what they agree to",
        ["participation.consent_fact"] = "what they answered, to which text",
        ["participation.restriction"] = "whom they keep out",
        ["participation.freeze"] = "when their record is frozen",
        ["participation.representative"] = "who acts in their rights",
        ["participation.emergency_access"] = "who opened their record in an emergency, and why, sealed",
        ["participation.communication"] = "what left the record, and to whom",
        ["participation.tombstone"] = "what recipients must remove, by the record's id",
        ["participation.one_time_code"] = "codes about the record, as keyed hashes",
        ["participation.outbox"] = "what happened to the record, on its way to the jobs",
        ["quality_of_life.assessment"] = "when the person looked at their life",
        ["quality_of_life.answer"] = "what they answered",
        ["quality_of_life.comment"] = "what they said, sealed",
        ["quality_of_life.comment_closing"] = "what they keep to themself",
        ["quality_of_life.star_board"] = "the version of their stars",
        ["quality_of_life.star"] = "what matters most to them",
        ["quality_of_life.theme_change"] = "what changed in their answers",
        ["quality_of_life.sphere_summary"] = "their answers by part of life",
        ["quality_of_life.perception_gap"] = "where they and their practitioner differ",
        ["quality_of_life.outbox"] = "what happened to the record, on its way to the jobs",
        ["accomplishment_plan.plan"] = "where they live, for the days of their plan",
        ["accomplishment_plan.goal"] = "what they want to come true, and where it stands",
        ["accomplishment_plan.goal_wording"] = "what a goal says, sealed",
        ["accomplishment_plan.goal_step"] = "how a goal came to where it stands",
        ["accomplishment_plan.level_wording"] = "the levels of a goal, sealed",
        ["accomplishment_plan.level_rating"] = "where each voice sees a goal among its levels",
        ["accomplishment_plan.review"] = "when they looked at the plan with others",
        ["accomplishment_plan.action"] = "what is to be done for a goal, and who carries it",
        ["accomplishment_plan.carried_action"] = "that an account carries an action of theirs",
        ["accomplishment_plan.action_wording"] = "what an action says, sealed",
        ["accomplishment_plan.action_step"] = "how an action came to where it stands",
        ["accomplishment_plan.carrying_fact"] = "who was asked to carry an action",
        ["accomplishment_plan.occurrence_mark"] = "what became of an action on a day",
        ["accomplishment_plan.follow_up"] = "how it went with a goal, sealed",
        ["accomplishment_plan.print"] = "copies that were asked for",
        ["accomplishment_plan.print_file"] = "those copies, sealed, for seven days",
        ["accomplishment_plan.reminder"] = "that an account is to be reminded of something of theirs",
        ["accomplishment_plan.plan_summary"] = "their plan in figures",
        ["accomplishment_plan.attainment"] = "how far each voice sees their goals attained",
        ["accomplishment_plan.outbox"] = "what happened to the record, on its way to the jobs",
        ["coproduction.visit"] = "up to when each reader has seen the record",
        ["coproduction.conversation"] = "of which things of the record people talk",
        ["coproduction.message_fact"] = "what they said to one another, sealed",
        ["coproduction.read_mark"] = "how far each has read",
        ["coproduction.mark_fact"] = "what somebody wants to talk about",
        ["coproduction.note"] = "what the person wrote for themself, sealed",
        ["coproduction.note_fact"] = "how it came to that, sealed",
        ["coproduction.outbox"] = "what happened to the record, on its way to the jobs",
        ["strengths.strength"] = "where each of their strengths stands",
        ["strengths.strength_fact"] = "what was said of it, sealed",
        ["strengths.arrangement"] = "the version of their order",
        ["strengths.arrangement_fact"] = "the order they see them in, and those they are proudest of",
        ["strengths.outbox"] = "what happened to the record, on its way to the jobs",
        ["social_network.fact"] = "who is in the person's life, names and words sealed",
        ["social_network.measure"] = "what their network is measured by",
        ["social_network.outbox"] = "what happened to the record, on its way to the jobs",
        ["vault.record_key"] = "the key that seals the record's words",
    };

    /// <summary>Tables without rows about a service user's life, and why.</summary>
    public static readonly Dictionary<string, string> NotPersonal = new(StringComparer.Ordinal)
    {
        ["participation.organisation"] = "organisations, the same for everybody",
        ["participation.project"] = "projects, the same for everybody",
        ["participation.account"] = "accounts of all roles, apart from any record: a record names its account, not the other way round",
        ["participation.account_session"] = "sessions of accounts",
        ["participation.refresh_token"] = "tokens of sessions, as hashes",
        ["participation.recovery_code"] = "recovery codes of accounts, as keyed hashes",
        ["participation.passkey"] = "public keys of accounts",
        ["participation.used_challenge"] = "challenges of passkeys, as hashes, for five minutes",
        ["participation.known_device"] = "devices and addresses of accounts, as keyed hashes",
        ["participation.attempt_bucket"] = "attempts, counted under keyed hashes",
        ["participation.integrator_key"] = "keys of other systems, as hashes",
        ["participation.role_assignment"] = "roles of accounts in projects",
        ["participation.consent_content"] = "published content",
        ["participation.consent_text"] = "texts that were said yes to, by their hash; not by whom",
        ["participation.research_study"] = "studies, the same for everybody",
        ["participation.incident"] = "incidents, by times and ids of accounts and projects; the worker's alone",
        ["participation.demonstration"] = "whether the installation holds the demonstration",
        ["quality_of_life.instrument_version"] = "published content",
        ["quality_of_life.project_themes"] = "what a project asks",
        ["quality_of_life.theme_setting"] = "what a project asks",
        ["strengths.catalogue_version"] = "published content",
        ["accomplishment_plan.reminder_choices"] = "what an account wants to be reminded of",
        ["accomplishment_plan.reminder_address"] = "an account's address, sealed",
        ["accomplishment_plan.reminder_mail"] = "that a mail went to an account: no address, no words",
        ["platform.migration"] = "the history of the schema",
        ["platform.idempotency"] = "keys and hashes of answered requests",
        ["vault.installation_secret"] = "the installation's own secret",
        ["jobs.parked_job"] = "jobs given up: ids, codes and a failure's type; the worker's alone",
        ["jobs.request"] = "jobs asked for by name: ids and codes; the app may add, the worker takes",
        ["vault.key_ring"] = "the installation's key ring, encrypted",
    };

    /// <summary>Tables read and written without Entity Framework, and why.</summary>
    public static readonly Dictionary<string, string> Unmapped = new(StringComparer.Ordinal)
    {
        ["participation.register_head"] = "written by the function that chains the entries",
        ["participation.one_time_code"] = "found by the hash of a code, before anybody knows whose record it is about",
        ["participation.communication"] = "written by a function, read through a view with what other systems read",
        ["participation.consent_content"] = "published by the migrator; what is shown comes with the release",
        ["participation.attempt_bucket"] = "counted by one atomic statement",
        ["participation.known_device"] = "looked up before anybody knows who is signing in",
        ["participation.used_challenge"] = "kept by one atomic statement",
        ["jobs.parked_job"] = "written by the job runner, outside any module",
        ["jobs.request"] = "written by the job runner, outside any module",
        ["platform.migration"] = "written by the migrator, before any context can work",
        ["platform.idempotency"] = "written beside a command by the pipeline, for every module",
        ["vault.key_ring"] = "may stand in another database than the modules",
        ["vault.record_key"] = "may stand in another database than the modules",
        ["vault.installation_secret"] = "may stand in another database than the modules",
    };

    /// <summary>Keys of personal tables that do not begin with the person: each with its date and reason.</summary>
    public static readonly Dictionary<string, string> KeysWithoutPerson = new(StringComparer.Ordinal)
    {
        ["participation.service_user unique (account_id)"] = "2026-11-20: an account claims one record; on a distributed database this becomes a table of its own, keyed by the account",
    };

    /// <summary>Tables of facts, and the only columns of a written row that may change.</summary>
    public static readonly Dictionary<string, string[]> Facts = new(StringComparer.Ordinal)
    {
        ["participation.register_entry"] = [],
        ["participation.register_head"] = [],
        ["participation.circle_fact"] = [],
        ["participation.consent_content"] = [],
        ["participation.consent_text"] = [],
        ["participation.consent_fact"] = [],
        ["participation.restriction"] = ["until", "lifted_by", "lifted_ground"],
        ["participation.freeze"] = ["until", "lifted_by"],
        ["participation.representative"] = ["ended_at", "ended_by", "version"],
        ["participation.emergency_access"] = ["seen_at", "reviewed_at", "reviewed_by", "justified", "review_sealed", "version"],
        ["participation.incident"] = [],
        ["participation.consent"] = ["answer", "since", "text_hash", "version"],
        ["participation.communication"] = [],
        ["participation.tombstone"] = [],
        ["quality_of_life.assessment"] = ["state", "closed_at", "version"],
        ["quality_of_life.answer"] = ["superseded_at"],
        ["quality_of_life.comment"] = ["replaced_at"],
        ["quality_of_life.comment_closing"] = ["until"],
        ["quality_of_life.star"] = ["until"],
        ["coproduction.conversation"] = ["last_number", "last_arrived_at", "version"],
        ["coproduction.message_fact"] = ["words_sealed"],
        ["coproduction.mark_fact"] = [],
        ["coproduction.note_fact"] = ["words_sealed"],
        ["accomplishment_plan.goal"] = ["state", "state_since", "version"],
        ["accomplishment_plan.goal_wording"] = [],
        ["accomplishment_plan.goal_step"] = [],
        ["accomplishment_plan.level_wording"] = [],
        ["accomplishment_plan.level_rating"] = [],
        ["accomplishment_plan.review"] = [],
        ["accomplishment_plan.action"] = ["state", "state_since", "carrying", "carrier_kind", "carrier_member_id", "version"],
        ["accomplishment_plan.carried_action"] = ["account_id", "carrying", "since"],
        ["accomplishment_plan.action_wording"] = [],
        ["accomplishment_plan.action_step"] = [],
        ["accomplishment_plan.carrying_fact"] = [],
        ["accomplishment_plan.occurrence_mark"] = [],
        ["accomplishment_plan.follow_up"] = [],
        ["quality_of_life.instrument_version"] = [],
        ["strengths.strength_fact"] = [],
        ["strengths.arrangement_fact"] = ["until"],
        ["strengths.catalogue_version"] = [],
        ["social_network.fact"] = [],
    };

    /// <summary>Functions that run as a role which nobody signs in with, and all that such a role may do beyond reading; each with its reason.</summary>
    public static readonly Dictionary<string, string> LentPowers = new(StringComparer.Ordinal)
    {
        ["participation.standing runs as barometre_gate"] = "what an access decision rests on is read past the lists' policies",
        ["participation.enter_in_register runs as barometre_registrar"] = "the program appends to registers through it alone, and can take nothing back",
        ["participation.enter_communication runs as barometre_registrar"] = "the program appends to the register of communications through it alone",
        ["participation.add_tombstone runs as barometre_registrar"] = "the program adds to the recipients' feed through it alone, in the order of commits",
        ["barometre_registrar may insert participation.communication"] = "an entry is added",
        ["barometre_registrar may insert participation.tombstone"] = "a tombstone is added",
        ["barometre_registrar may insert participation.register_entry"] = "an entry is added",
        ["barometre_registrar may insert participation.register_head"] = "a chain begins",
        ["barometre_registrar may update participation.register_head"] = "a chain goes on",
    };

    /// <summary>Tables that no login of the program may add to, and how rows come there.</summary>
    public static readonly Dictionary<string, string> AddedByNoLogin = new(StringComparer.Ordinal)
    {
        ["participation.register_entry"] = "by participation.enter_in_register",
        ["participation.register_head"] = "by participation.enter_in_register",
        ["participation.communication"] = "by participation.enter_communication",
        ["participation.tombstone"] = "by participation.add_tombstone",
    };

    /// <summary>Tables whose rows the app may delete, and why.</summary>
    public static readonly Dictionary<string, string> DeletedByTheApp = new(StringComparer.Ordinal)
    {
        ["participation.recovery_code"] = "new codes take the place of the old ones",
        ["participation.passkey"] = "a person removes the passkey of a device they lost",
        ["participation.used_challenge"] = "forgotten once expired",
        ["participation.known_device"] = "the oldest are forgotten",
        ["participation.attempt_bucket"] = "an address is forgotten when its attempts have leaked away",
        ["platform.idempotency"] = "a request that failed may be sent again with its key",
        ["vault.record_key"] = "erasing a record is deleting its key",
        ["vault.key_ring"] = "Data Protection deletes keys that have expired",
    };
}
