using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>
/// Records a remedy, on the day on which it was received. The route is checked; being late is not: whether that is excused is for who decides on it.
/// One party's remedy doesn't stand in the way of another's.
/// </summary>
/// <param name="DecisionId">The contested decision; for interim relief the one whose release is to be stopped.</param>
/// <param name="RulingId">The contested ruling; only with higher appeal, cross-appeal and opposition.</param>
/// <param name="LateTerm">The term that passed; only with a remedy for lateness. Left out: the term for deciding on the request.</param>
/// <param name="Person">The party; left out for the requester, the body, and for a new third party whose name is given.</param>
/// <param name="PostedOn">When it was posted, where that counts (Awb 6:9).</param>
/// <param name="Excusable">Whether lateness is excused (Awb 6:11).</param>
/// <param name="NoticeOn">When the court sent its notice; left out: the day of the remedy.</param>
public sealed record LodgeRemedy(
    RemedyKind Kind,
    RemedyParty By,
    DecisionId? DecisionId = null,
    [property: MaxLength(64)] string? RulingId = null,
    [property: MaxLength(100)] string? LateTerm = null,
    PersonId? Person = null,
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(500)] string? Address = null,
    DateOnly? PostedOn = null,
    bool Excusable = false,
    [property: MaxLength(40)] string? CaseNumber = null,
    DateOnly? NoticeOn = null,
    [property: MaxLength(20_000)] string? Grounds = null) : IStep<Case, LodgeRemedy>
{
    public static StepRule<Case> Rule { get; } = new(
        "lodge-remedy", nl: "Bezwaar of beroep vastleggen", en: "Record a remedy",
        [Role.ObjectionHandler, Role.Litigator, Role.Handler, Role.Coordinator], article: "Awb 6:4", afterClosing: true,
        when: c => c.Request is null ? new Refused("not-registered", "Er is nog geen verzoek geregistreerd.") : null);

    public static Outcome Decide(Case c, LodgeRemedy step, At at)
    {
        if (WhoRefused(c, step) is { } who)
            return who;
        if (step.PostedOn > at.On)
            return Refused.Invalid("postedOn", "date-out-of-order", "Een bezwaar of beroep kan niet na de ontvangst op de post zijn gedaan.");
        if (step.NoticeOn > at.Today || step.NoticeOn < at.On)
            return Refused.Invalid("noticeOn", "date-out-of-order", "Het bericht van de rechter ligt tussen het instellen en vandaag.");

        var person = step.By switch
        {
            RemedyParty.Requester => c.Request!.Requester,
            RemedyParty.ThirdParty => step.Person ?? c.Parties.NextId,
            _ => (PersonId?)null,
        };
        if (Routes.WhyNot(c, step, at) is { } refused)
            return refused;
        var term = step.Kind is RemedyKind.LateObjection or RemedyKind.LateAppeal ? step.LateTerm ?? CaseTerms.DecisionTerm : null;
        if (c.Remedies.Any(there => there.Runs && there.Kind == step.Kind && there.By == step.By && there.Person == person
            && there.DecisionId == step.DecisionId && there.RulingId == step.RulingId && there.LateTerm == term))
            return new Refused("already-lodged", "Deze partij heeft dit rechtsmiddel al ingesteld en er is nog niet op beslist.");

        var details = step is { By: RemedyParty.ThirdParty, Person: null }
            ? at.Keep(JsonSerializer.Serialize(new PersonDetails(step.Name, Address: step.Address), CaseJson.Options))
            : null;
        return new RemedyLodged(
            c.Remedies.NextId, step.Kind, step.By, person, details, step.DecisionId, step.RulingId, term, Routes.IsLate(c, step, at), step.Excusable,
            step.CaseNumber, Routes.GoesToCourt(step.Kind) ? step.NoticeOn ?? at.On : null, at.KeepOrNull(step.Grounds), step.PostedOn);
    }

    private static Refused? WhoRefused(Case c, LodgeRemedy step) => step switch
    {
        { By: RemedyParty.ThirdParty, Person: null } when string.IsNullOrWhiteSpace(step.Name) =>
            Refused.Invalid("name", "party-unclear", "Kies een partij van deze zaak, of geef de naam van een nieuwe."),
        { By: RemedyParty.ThirdParty, Person: { } id } when c.Parties[id] is not { Role: PartyRole.ThirdParty } =>
            Refused.Unknown("person-not-found", "Deze derde-belanghebbende hoort niet bij deze zaak."),
        { By: not RemedyParty.ThirdParty, Person: not null } => Refused.Invalid("person", "party-unclear", "Alleen bij een derde wordt een persoon gekozen."),
        { By: not RemedyParty.ThirdParty, Name: not null } => Refused.Invalid("name", "party-unclear", "Alleen bij een derde wordt een naam gegeven."),
        _ => null,
    };
}

/// <param name="Late">Whether it came after its term, as that was then computed.</param>
/// <param name="PostedOn">Null where it wasn't said.</param>
public sealed record RemedyLodged(
    RemedyId RemedyId,
    RemedyKind Kind,
    RemedyParty By,
    PersonId? Person,
    FreeText? NewParty,
    DecisionId? DecisionId,
    string? RulingId,
    string? LateTerm,
    bool Late,
    bool Excusable,
    string? CaseNumber,
    DateOnly? NoticeOn,
    FreeText? Grounds,
    DateOnly? PostedOn = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var lodged = new Remedy(RemedyId, Kind, By, Person, DecisionId, RulingId, LateTerm, entry.On, Late, Excusable, CaseNumber, NoticeOn, Grounds)
        {
            Relief = Kind == RemedyKind.InterimRelief ? InterimReliefState.Requested : null,
            PostedOn = PostedOn,
            TakenInBy = entry.Actor,
        };
        c = Kind == RemedyKind.InterimRelief ? Publishing.Stay(c, DecisionId) : c;
        return c with
        {
            Parties = NewParty is { } details ? c.Parties.Add(new Party(Person!.Value, PartyRole.ThirdParty, details)) : c.Parties,
            Remedies = c.Remedies.Add(lodged),
            // Someone contests what seemed settled: there is work again.
            ClosedOn = null,
        };
    }
}

/// <summary>Which remedy lies against what, and within which term.</summary>
internal static class Routes
{
    public static bool GoesToCourt(RemedyKind kind) => kind is not (RemedyKind.Objection or RemedyKind.LateObjection);

    /// <summary>Decisions on the request itself.</summary>
    public static bool IsFirst(Decision decision) => decision.Kind is DecisionKind.Primary or DecisionKind.Partial or DecisionKind.NotTreated;

    /// <summary>
    /// Decisions against which an objection comes first; all others are for the court. What amends or supplements a first decision without a court
    /// having ruled is taken to be one of the first kind.
    /// </summary>
    public static bool IsObjectable(Case c, Decision decision) => IsFirst(decision)
        || (decision is { Kind: DecisionKind.Supplementary or DecisionKind.Amending, AnswersRuling: null, Supplements: { } earlier } && IsObjectable(c, c.Decisions[earlier]!));

    public static Refused? WhyNot(Case c, LodgeRemedy step, At at) => step.Kind switch
    {
        RemedyKind.Objection or RemedyKind.DirectAppeal or RemedyKind.Appeal or RemedyKind.InterimRelief => AgainstDecision(c, step, at),
        RemedyKind.HigherAppeal or RemedyKind.CrossAppeal or RemedyKind.Opposition => AgainstRuling(c, step, at),
        _ => AgainstLateness(c, step, at),
    };

    public static bool IsLate(Case c, LodgeRemedy step, At at)
    {
        var term = step switch
        {
            { Kind: RemedyKind.InterimRelief } => null,
            { DecisionId: { } id } => CaseTerms.ForRemedy(c, c.Decisions[id]!, at.Facts, at.On),
            { RulingId: { } ruling, Kind: RemedyKind.HigherAppeal } => CaseTerms.ForHigherAppeal(c, c.Rulings.FindLast(applied => applied.RulingId == ruling)!, at.Facts, at.On),
            _ => null,
        };
        return term is not null && IsLate(term.Due, at.On, step.PostedOn);
    }

    /// <summary>Whether a remedy came after its term: what was posted in time may arrive within a week after it (Awb 6:9(2)).</summary>
    public static bool IsLate(DateOnly due, DateOnly receivedOn, DateOnly? postedOn) => receivedOn > due && !(postedOn <= due && receivedOn <= due.AddDays(7));

    /// <summary>The term within which a remedy had to come; null where it has none, or what it contests is gone.</summary>
    public static Term? TermOf(Case c, Remedy remedy, Organisation facts, DateOnly today) => remedy switch
    {
        { Kind: RemedyKind.InterimRelief } => null,
        { DecisionId: { } id } when c.Decisions[id] is { DispatchedOn: not null } decision => CaseTerms.ForRemedy(c, decision, facts, today),
        { RulingId: { } ruling, Kind: RemedyKind.HigherAppeal } when c.Rulings.FindLast(applied => applied.RulingId == ruling) is { } applied =>
            CaseTerms.ForHigherAppeal(c, applied, facts, today),
        _ => null,
    };

    private static Refused? AgainstDecision(Case c, LodgeRemedy step, At at)
    {
        if (step.RulingId is not null || step.LateTerm is not null)
            return Refused.Invalid("rulingId", "contested-unclear", "Dit rechtsmiddel richt zich tegen een besluit: geef alleen dat.");
        if (step.DecisionId is not { } id)
            return Refused.Invalid("decisionId", "decision-missing", "Zeg tegen welk besluit dit zich richt.");
        if (c.Decisions[id] is not { } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak.");
        if (decision.DispatchedOn is not { } announced || at.On < announced)
            return new Refused("decision-not-announced", "Dit besluit is nog niet bekendgemaakt; een bezwaar van daarvóór wordt vastgelegd op de dag van bekendmaking.", "Awb 6:10");
        if (step.By == RemedyParty.Body)
            return Refused.Invalid("by", "not-by-the-body", "Het bestuursorgaan komt niet op tegen zijn eigen besluit.");
        return (step.Kind, IsObjectable(c, decision)) switch
        {
            (RemedyKind.Appeal, true) => new Refused("objection-first", "Tegen dit besluit staat eerst bezwaar open. Slaat de partij dat over, leg dan rechtstreeks beroep vast.", "Awb 7:1"),
            (RemedyKind.Objection or RemedyKind.DirectAppeal, false) =>
                new Refused("appeal-open", "Tegen dit besluit staat geen bezwaar open maar beroep bij de rechter.", "Awb 7:1(1)(a)"),
            _ => null,
        };
    }

    private static Refused? AgainstRuling(Case c, LodgeRemedy step, At at)
    {
        if (step.DecisionId is not null || step.LateTerm is not null)
            return Refused.Invalid("decisionId", "contested-unclear", "Dit rechtsmiddel richt zich tegen een uitspraak: geef alleen die.");
        if (string.IsNullOrWhiteSpace(step.RulingId))
            return Refused.Invalid("rulingId", "ruling-missing", "Zeg tegen welke uitspraak dit zich richt.");
        if (c.Rulings.FindLast(applied => applied.RulingId == step.RulingId) is not { } ruling)
            return Refused.Unknown("ruling-not-found", "Deze uitspraak is in deze zaak niet vastgelegd.");
        if (at.On < ruling.SentOn)
            return Refused.Invalid("effectiveOn", "before-ruling", "Een rechtsmiddel tegen een uitspraak kan niet van vóór de verzending daarvan zijn.");
        if (step.Kind != RemedyKind.Opposition && !ruling.AllowsHigherAppeal)
            return new Refused("no-higher-appeal", "Tegen deze uitspraak staat geen hoger beroep open.", "Awb 8:104");
        return step.Kind == RemedyKind.CrossAppeal && !c.Remedies.Any(there => there.Runs && there.Kind == RemedyKind.HigherAppeal && there.RulingId == step.RulingId)
            ? new Refused("no-higher-appeal-pending", "Incidenteel hoger beroep kan alleen als een ander tegen deze uitspraak hoger beroep heeft ingesteld.", "Awb 8:110")
            : null;
    }

    private static Refused? AgainstLateness(Case c, LodgeRemedy step, At at)
    {
        if (step.DecisionId is not null || step.RulingId is not null)
            return Refused.Invalid("decisionId", "contested-unclear", "Dit rechtsmiddel richt zich tegen het uitblijven van een besluit.");
        if (step.By == RemedyParty.Body)
            return Refused.Invalid("by", "not-by-the-body", "Het bestuursorgaan komt niet op tegen zijn eigen besluit.");
        return CaseTerms.Of(c, at.Facts, at.On).FirstOrDefault(term => term.TermId == (step.LateTerm ?? CaseTerms.DecisionTerm)) switch
        {
            null => Refused.Unknown("term-not-found", "Deze termijn loopt niet in deze zaak."),
            var other when !Lateness.IsForDecision(other) => Refused.Invalid("lateTerm", "not-a-decision-term", "Deze termijn is er niet voor het nemen van een besluit."),
            { State: TermState.Met or TermState.Withdrawn } => new Refused("decision-not-owed", "Er is al beslist, of er hoeft niet meer te worden beslist.", "Awb 6:12"),
            _ => null,
        };
    }
}
