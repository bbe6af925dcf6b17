using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Erases texts of the case about people, for good (wissing, AVG art. 17): of a party all that is known of it, or texts by their hash in the log. That they
/// were there stays in the log; what they said does not. Letters and documents are files, and not reached by it.
/// </summary>
/// <param name="Reason">Who asked for it and why it is granted. It is kept as a text of the case, so it can be erased too.</param>
/// <param name="Person">The party to erase.</param>
/// <param name="Texts">Hashes of texts, as events in the log hold them: 64 hexadecimal digits.</param>
public sealed record Erase(
    [property: MaxLength(4000)] string Reason,
    PersonId? Person = null,
    ImmutableArray<string> Texts = default) : IStep<Case, Erase>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(200)]
    public ImmutableArray<string> Texts { get; init; } = Texts.IsDefault ? [] : Texts;

    public static StepRule<Case> Rule { get; } = new(
        "erase", nl: "Gegevens wissen", en: "Erase personal data", [Role.Administrator, Role.Archivist], article: "AVG 17", afterClosing: true, when: LegalHold.WhyNot);

    public static Outcome Decide(Case c, Erase step, At at)
    {
        if (step.Person is null && step.Texts.IsEmpty)
            return Refused.Invalid("texts", "nothing-to-erase", "Noem een partij, of teksten met hun kenmerk (hash) uit het logboek.");
        if (step.Person is { } id && c.Parties[id] is null)
            return Refused.Unknown("person-not-found", "Deze persoon heeft geen rol in deze zaak.");
        if (step.Texts.FirstOrDefault(text => text.Length != 64 || !text.All(char.IsAsciiHexDigitLower)) is not null)
            return Refused.Invalid("texts", "not-a-hash", "Een tekst wordt genoemd met haar kenmerk uit het logboek: 64 hexadecimale tekens.");
        ImmutableArray<string> hashes = [.. step.Texts.Concat(step.Person is { } party ? [c.Parties[party]!.Details.Hash] : Array.Empty<string>()).Distinct(StringComparer.Ordinal)];
        if (StillNeeded(c, hashes) is { } needed)
            return needed;
        return c.Documents.Any(document => Publishing.IsPublic(c, document.Id) && hashes.Contains(document.Title.Hash))
            ? new Refused("text-public", "Deze titel staat bij een openbaar document: trek dat eerst in, of vervang het.")
            : new ErasureBegun(c.Erasures.Count + 1, at.Keep(step.Reason), step.Person, hashes);
    }

    /// <summary>What must be known to decide, to write to someone or to be heard stays as long as that lasts (AVG 17(3)).</summary>
    private static Refused? StillNeeded(Case c, ImmutableArray<string> hashes)
    {
        PersonId?[] awaited = c.IsClosed ? [] :
        [
            c.Request!.Requester,
            .. c.Views.Where(view => view.AnsweredOn is null).Select(view => (PersonId?)view.Party),
            .. c.Remedies.Where(remedy => remedy.Runs).SelectMany(remedy => remedy.Joined.Select(party => (PersonId?)party).Append(remedy.Person)),
        ];
        var needed = awaited.OfType<PersonId>().Select(party => c.Parties[party]!.Details.Hash).Concat(c.IsClosed ? [] : [c.Request!.Text.Hash]).ToHashSet(StringComparer.Ordinal);
        return hashes.Any(needed.Contains)
            ? new Refused("still-needed", "Deze gegevens zijn nog nodig om te beslissen of om iemand te horen of te schrijven. Wis ze als de zaak is gesloten.", "AVG 17(3)")
            : null;
    }
}

/// <summary>Texts that are to be erased; the erasing itself is a duty.</summary>
/// <param name="Number">Counts from 1.</param>
public sealed record ErasureBegun(int Number, FreeText Reason, PersonId? Person, ImmutableArray<string> Texts) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Erasures = c.Erasures.Add(new Erasure(Number, Reason, Person, Texts, entry.On, entry.Actor)) };
}

/// <param name="NotThere">Texts that this case did not have, or had erased before.</param>
public sealed record ErasureDone(int Number, ImmutableArray<string> NotThere, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Erasures = c.Erasures.SetItem(Number - 1, c.Erasures[Number - 1] with { DoneOn = entry.On, NotThere = NotThere }),
    };
}

/// <summary>An erasure of texts about people.</summary>
/// <param name="Texts">Their hashes.</param>
public sealed record Erasure(int Number, FreeText Reason, PersonId? Person, ImmutableArray<string> Texts, DateOnly On, string By)
{
    /// <summary>When they were gone; null while they may still be there.</summary>
    public DateOnly? DoneOn { get; init; }

    public ImmutableArray<string> NotThere { get; init; } = [];
}
