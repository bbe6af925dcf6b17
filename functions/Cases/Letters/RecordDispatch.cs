namespace WobWorkflow.Cases;

/// <summary>
/// Records that a letter went out (verzending), on the step's date of effect. This is what terms hang on: the suspension after an invitation
/// (Awb 4:15), the effect of an extension (Woo 4.4(2)), the announcement of a decision and with it the term for objection (Awb 3:41, 6:8).
/// </summary>
public sealed record RecordDispatch(LetterId LetterId, Channel Channel) : IStep<Case, RecordDispatch>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-dispatch", nl: "Verzending vastleggen", en: "Record the dispatch", [Role.Handler, Role.Coordinator, Role.Signatory], article: "Awb 3:41",
        when: c => c.Letters.Any(l => l.State == LetterState.Signed) ? null : new Refused("no-signed-letter", "Er is geen ondertekende brief om te verzenden."));

    public static Outcome Decide(Case c, RecordDispatch step, At at) => c.Letters[step.LetterId] switch
    {
        null => Refused.Unknown("letter-not-found", "Deze brief hoort niet bij deze zaak."),
        { State: not LetterState.Signed } => new Refused("letter-not-signed", "Deze brief is niet ondertekend, of al verzonden."),
        _ when step.Channel == Channel.Oral => Refused.Invalid("channel", "channel-not-possible", "Een brief wordt niet mondeling verzonden."),
        { SignedOn: { } signed } when at.On < signed =>
            Refused.Invalid("effectiveOn", "before-signature", "Een brief kan niet zijn verzonden vóór hij was ondertekend."),
        // Who is told with the requester is not told before.
        { Kind: LetterKind.ThirdPartyDecision, About: var about } when ThirdPartiesTold.TryParse(about, out var id, out _) && !(c.Decisions[id]?.DispatchedOn <= at.On) =>
            new Refused("requester-not-told", "De verzoeker krijgt het besluit niet later dan een derde: leg eerst de verzending van het besluit vast.", "Woo 4.4(6)"),
        { Kind: LetterKind.ConsultationRequest or LetterKind.ConsultationRequestForum, About: var about } when Enclosed.WhyNot(c, PackageKind.Consultation, about, at.Today) is { } refused => refused,
        { Kind: LetterKind.ThirdPartyViewRequest, About: var about } when Enclosed.WhyNot(c, PackageKind.View, about, at.Today) is { } refused => refused,
        _ => new LetterDispatched(step.LetterId, step.Channel),
    };
}

public sealed record LetterDispatched(LetterId LetterId, Channel Channel) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => Dispatch.On(
        c with { Letters = c.Letters.With(LetterId, letter => letter with { State = LetterState.Dispatched, Channel = Channel }) },
        LetterId,
        entry.On);
}

/// <summary>The package that goes with a letter.</summary>
internal static class Enclosed
{
    /// <summary>The last one that was made; null where none was: the letter then goes by itself.</summary>
    public static PackageId? Of(Case c, PackageKind kind, string about) =>
        c.Packages.LastOrDefault(package => package.Kind == kind && package.About == about && package.Result is not null)?.Id;

    /// <summary>Why the letter can't go with its package yet; null where it can, or there is none.</summary>
    public static Refused? WhyNot(Case c, PackageKind kind, string about, DateOnly today) => c.Packages.LastOrDefault(package => package.Kind == kind && package.About == about) switch
    {
        { State: PackageState.Making } => new Refused("package-being-made", "Het pakket bij deze brief wordt nog gemaakt; probeer het zo opnieuw."),
        { Result: not null } package when !Packages.ChangedSince(c, package, today).IsEmpty =>
            new Refused("package-outdated", "Sinds het pakket bij deze brief is gemaakt, is gewijzigd wat erin zit: maak het opnieuw, en verzend dan."),
        _ => null,
    };
}

/// <summary>What the day of a dispatch means for what the letter is about.</summary>
internal static class Dispatch
{
    public static Case On(Case c, LetterId id, DateOnly day)
    {
        var letter = c.Letters[id]!;
        c = c with { Letters = c.Letters.With(id, l => l with { DispatchedOn = day }) };
        return letter.Kind switch
        {
            LetterKind.ClarificationRequest when Id.TryParse<ClarificationId>(letter.About, out var asked) =>
                c with { Intake = c.Intake with { Clarifications = c.Intake.Clarifications.With(asked, x => x with { SentOn = day }) } },
            LetterKind.ExtensionNotice => c with { Intake = c.Intake with { Extension = c.Intake.Extension! with { NoticeOn = day } } },
            LetterKind.ConsultationRequest or LetterKind.ConsultationRequestForum when Id.TryParse<ConsultationId>(letter.About, out var consulted) =>
                c with { Consultations = c.Consultations.With(consulted, x => x with { SentOn = day, SentPackage = x.SentOn is null ? Enclosed.Of(c, PackageKind.Consultation, letter.About) : x.SentPackage }) },
            LetterKind.ThirdPartyViewRequest when Id.TryParse<ViewId>(letter.About, out var view) =>
                c with { Views = c.Views.With(view, x => x with { SentOn = day, SentPackage = x.SentOn is null ? Enclosed.Of(c, PackageKind.View, letter.About) : x.SentPackage }) },
            LetterKind.SuspensionNotice when Id.TryParse<ViewRoundId>(letter.About, out var round) =>
                c with { ViewRounds = c.ViewRounds.With(round, x => x with { NoticeOn = day }) },
            LetterKind.Forwarding when Id.TryParse<ForwardingId>(letter.About, out var sent) =>
                c with { Intake = c.Intake with { Forwardings = c.Intake.Forwardings.With(sent, x => x with { SentOn = day }) } },
            LetterKind.ForwardingNotice when Id.TryParse<ForwardingId>(letter.About, out var told) =>
                c with { Intake = c.Intake with { Forwardings = c.Intake.Forwardings.With(told, x => x with { NoticeOn = day }) } },
            LetterKind.ProgressLetter when Id.TryParse<ProgressId>(letter.About, out var progress) =>
                c with { Intake = c.Intake with { ProgressLetters = c.Intake.ProgressLetters.With(progress, x => x with { SentOn = day }) } },
            LetterKind.Decision when Id.TryParse<DecisionId>(letter.About, out var decided) => Announce(c, decided, day),
            _ => c,
        };
    }

    private static Case Announce(Case c, DecisionId id, DateOnly day)
    {
        var decision = c.Decisions[id]!;
        var answered = Rulings.OpenFor(c, decision.AnswersRuling, decision.Supplements);
        return Remedies.DecidedBy(c, decision, day) with
        {
            Decisions = c.Decisions.With(id, d => d with
            {
                State = DecisionState.Dispatched,
                DispatchedOn = day,
                Joins = d.DispatchedOn is null ? RemedyClause.PendingFor(c, decision)?.Id : d.Joins,
                TellsCourtOf = d.DispatchedOn is null ? RemedyClause.CourtToTell(c, decision) : d.TellsCourtOf,
            }),
            Rulings = c.Rulings.ConvertAll(applied => ReferenceEquals(applied, answered) || (applied.AnsweredBy is null && Lateness.IsEndedBy(c, applied, decision)) ? applied with { AnsweredBy = id } : applied),
        };
    }
}
