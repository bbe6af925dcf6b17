namespace WobWorkflow.Cases;

/// <summary>
/// Records how it stands with the written authorisation (machtiging) of a representative: asked, received, checked. Asked for an objection it is the invitation to
/// repair a defect (Awb 6:6), which suspends the term for deciding (Awb 7:10(2)) until it is received.
/// </summary>
/// <param name="AnswerBy">The last day of the term set; only where it is asked.</param>
public sealed record RecordAuthorisation(RepresentationId RepresentationId, AuthorisationState State, DateOnly? AnswerBy = null) : IStep<Case, RecordAuthorisation>
{
    /// <summary>What is missing, as the invitation says it.</summary>
    private const string Defect = "Een schriftelijke machtiging van de indiener.";

    public static StepRule<Case> Rule { get; } = new(
        "record-authorisation", nl: "Machtiging vastleggen", en: "Record an authorisation", [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Litigator], article: "Awb 2:1",
        when: c => c.Representations.Any(there => there.EndedOn is null) ? null : new Refused("nobody-represented", "In deze zaak is geen gemachtigde vastgelegd."));

    public static Outcome Decide(Case c, RecordAuthorisation step, At at)
    {
        if (c.Representations[step.RepresentationId] is not { } there)
            return Refused.Unknown("representation-not-found", "Deze vertegenwoordiging is niet vastgelegd.");
        if (there.EndedOn is not null)
            return new Refused("representation-ended", "Deze vertegenwoordiging is al geëindigd.");
        if (at.On < there.On)
            return Refused.Invalid("effectiveOn", "before-representation", "Dit kan niet van vóór de vertegenwoordiging zijn.");
        if (step.State != AuthorisationState.Asked && step.AnswerBy is not null)
            return Refused.Invalid("answerBy", "date-not-used", "Alleen als een machtiging wordt gevraagd, hoort daar een termijn bij.");
        return step.State switch
        {
            AuthorisationState.Asked => Ask(c, step, there, at),
            AuthorisationState.Received when there.ReceivedOn is not null => new Refused("already-received", "De machtiging was al ontvangen."),
            AuthorisationState.Accepted or AuthorisationState.Rejected when there.ReceivedOn is null => new Refused("not-received", "Er is nog geen machtiging ontvangen om te beoordelen."),
            AuthorisationState.Received when Awaited(c, there) is { } repair => Outcome.Of(new AuthorisationRecorded(there.Id, step.State, null), new DefectRepaired(repair)),
            _ => new AuthorisationRecorded(there.Id, step.State, null),
        };
    }

    private static Outcome Ask(Case c, RecordAuthorisation step, Representation there, At at)
    {
        if (there.Lawyer)
            return new Refused("lawyer", "Van een advocaat wordt geen machtiging gevraagd.", "Awb 2:1(3)");
        if (there.IsAuthorised)
            return new Refused("already-authorised", "De machtiging is al goed bevonden.");
        if (step.AnswerBy is not { } by || by <= at.On)
            return Refused.Invalid("answerBy", "date-too-early", "Geef een laatste dag om de machtiging te sturen, na vandaag.");
        if (Treating.TooFar("answerBy", by, at) is { } far)
            return far;
        var asked = new AuthorisationRecorded(there.Id, step.State, by);
        if (there.In is not { } remedy || Remedies.NotARunningObjection(c, remedy) is not null)
            return asked;
        return InviteToRepair.Decide(c, new InviteToRepair(remedy, Defect, by), at) switch
        {
            Accepted invited => Outcome.Of([asked, .. invited.Events]),
            var refused => refused,
        };
    }

    /// <summary>The objection in which it is awaited; null where it is in none.</summary>
    private static RemedyId? Awaited(Case c, Representation there) =>
        there is { In: { } id, AskedOn: { } asked } && c.Remedies[id]!.Repairs.Exists(repair => repair.RepairedOn is null && repair.InvitedOn == asked) ? id : null;
}

/// <summary>How it stands with an authorisation.</summary>
public enum AuthorisationState
{
    Asked,
    Received,

    /// <summary>Checked, and good.</summary>
    Accepted,

    /// <summary>Checked, and not good: another may be asked.</summary>
    Rejected,

    /// <summary>This person no longer acts for the party.</summary>
    Ended,
}

public sealed record AuthorisationRecorded(RepresentationId RepresentationId, AuthorisationState State, DateOnly? AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Representations = c.Representations.With(RepresentationId, there => State switch
        {
            AuthorisationState.Asked => there with { AskedOn = entry.On, AnswerBy = AnswerBy },
            AuthorisationState.Received => there with { ReceivedOn = entry.On },
            AuthorisationState.Ended => there with { EndedOn = entry.On },
            // Another one may come after one that was no good.
            _ => there with { CheckedOn = entry.On, CheckedBy = entry.Actor, Accepted = State == AuthorisationState.Accepted, ReceivedOn = State == AuthorisationState.Rejected ? null : there.ReceivedOn },
        }),
    };
}
