using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>
/// Records who acts for a party (gemachtigde, Awb 2:1): in the whole case, or in one remedy. Whether that person may, is shown by an authorisation, which is not
/// asked of a lawyer (advocaat).
/// </summary>
/// <param name="Person">For whom; left out for the requester.</param>
/// <param name="RemedyId">The remedy in which; left out for the whole case.</param>
/// <param name="Representative">A representative who is in the case already; left out for a new one, whose name is then asked.</param>
public sealed record RecordRepresentative(
    PersonId? Person = null,
    RemedyId? RemedyId = null,
    PersonId? Representative = null,
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(500)] string? Address = null,
    bool Lawyer = false) : IStep<Case, RecordRepresentative>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-representative", nl: "Gemachtigde vastleggen", en: "Record a representative", [Role.Handler, Role.Coordinator, Role.ObjectionHandler, Role.Litigator], article: "Awb 2:1");

    public static Outcome Decide(Case c, RecordRepresentative step, At at)
    {
        var represented = step.Person ?? c.Request!.Requester;
        if (c.Parties[represented] is not { Role: not (PartyRole.Representative or PartyRole.OtherBody) })
            return Refused.Unknown("person-not-found", "Deze persoon is geen partij in deze zaak.");
        if (step.Representative is null == string.IsNullOrWhiteSpace(step.Name))
            return Refused.Invalid("name", "party-unclear", "Kies een gemachtigde van deze zaak, of geef de naam van een nieuwe: één van beide.");
        if (step.Representative is { } known && c.Parties[known] is not { Role: PartyRole.Representative })
            return Refused.Unknown("person-not-found", "Deze gemachtigde hoort niet bij deze zaak.");
        if (step.RemedyId is { } id && (c.Remedies[id] is not { } remedy || !TakesPart(c, remedy, represented)))
            return Refused.Unknown("remedy-not-found", "Deze partij neemt niet deel aan dat rechtsmiddel.");
        if (c.Representations.Any(there => there.EndedOn is null && there.Of == represented && there.In == step.RemedyId && there.By == step.Representative))
            return new Refused("already-represented", "Dit is al vastgelegd.");
        var details = step.Representative is null ? at.Keep(JsonSerializer.Serialize(new PersonDetails(step.Name, Address: step.Address), CaseJson.Options)) : null;
        return new RepresentativeRecorded(c.Representations.NextId, represented, step.Representative ?? c.Parties.NextId, details, step.RemedyId, step.Lawyer);
    }

    private static bool TakesPart(Case c, Remedy remedy, PersonId party) =>
        remedy.Person == party || remedy.Joined.Contains(party) || (remedy.By == RemedyParty.Requester && party == c.Request!.Requester);
}

/// <param name="By">Who acts.</param>
/// <param name="NewParty">Who that is; null where the case knew.</param>
public sealed record RepresentativeRecorded(RepresentationId RepresentationId, PersonId Of, PersonId By, FreeText? NewParty, RemedyId? RemedyId, bool Lawyer) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Parties = NewParty is { } details ? c.Parties.Add(new Party(By, PartyRole.Representative, details)) : c.Parties,
        Representations = c.Representations.Add(new Representation(RepresentationId, Of, By, RemedyId, Lawyer, entry.On)),
    };
}

/// <summary>That somebody acts for a party.</summary>
/// <param name="By">Who acts.</param>
/// <param name="In">The remedy in which; null in the whole case.</param>
public sealed record Representation(RepresentationId Id, PersonId Of, PersonId By, RemedyId? In, bool Lawyer, DateOnly On)
{
    /// <summary>When its authorisation was asked; null where it was not.</summary>
    public DateOnly? AskedOn { get; init; }

    /// <summary>The last day of the term set for it.</summary>
    public DateOnly? AnswerBy { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    /// <summary>When somebody looked at it; null until then.</summary>
    public DateOnly? CheckedOn { get; init; }

    public string? CheckedBy { get; init; }

    /// <summary>Whether it was found good; null until somebody looked.</summary>
    public bool? Accepted { get; init; }

    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether it was shown that this person may act.</summary>
    public bool IsAuthorised => Lawyer || Accepted == true;
}
