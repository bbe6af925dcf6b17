using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace WobWorkflow.Cases;

/// <summary>
/// Asks a third party for its view before deciding (zienswijze, Awb 4:8). The engine drafts the letter to the third party and a notice to the
/// requester; the term is suspended from the day after the dispatch of that notice. Third parties who are asked before the notice goes out share one.
/// </summary>
/// <param name="Concern">Why this party is asked, and what the documents say about it; printed in its letter.</param>
/// <param name="AnswerBy">The last day of the term set; two weeks by custom.</param>
/// <param name="ThirdParty">A party of the case; left out for a new one, whose name is then asked.</param>
/// <param name="LegalPerson">Whether the new party is a company, foundation or the like.</param>
public sealed record AskView(
    [property: MinLength(1)] ImmutableArray<DocumentId> Documents,
    [property: MaxLength(4000)] string Concern,
    DateOnly AnswerBy,
    PersonId? ThirdParty = null,
    [property: MaxLength(200)] string? Name = null,
    [property: MaxLength(500)] string? Address = null,
    [property: MaxLength(200), EmailAddress] string? Email = null,
    bool LegalPerson = false) : IStep<Case, AskView>
{
    public static StepRule<Case> Rule { get; } = new(
        "ask-view", nl: "Zienswijze vragen", en: "Ask a third party's view", [Role.Handler, Role.Coordinator], article: "Awb 4:8", when: Treating.WhyNot);

    public static Outcome Decide(Case c, AskView step, At at)
    {
        if (step.ThirdParty is null == string.IsNullOrWhiteSpace(step.Name))
            return Refused.Invalid("name", "third-party-unclear", "Kies een partij van deze zaak, of geef de naam van een nieuwe: één van beide.");
        if (step.ThirdParty is { } id && c.Parties[id] is not { Role: PartyRole.ThirdParty })
            return Refused.Unknown("person-not-found", "Deze derde-belanghebbende hoort niet bij deze zaak.");
        if (step.Documents.FirstOrDefault(document => c.Documents[document] is not { InScope: true }) is { Number: > 0 } missing)
            return Refused.Unknown("document-not-found", $"{missing} hoort niet bij deze zaak.");
        if (step.Documents.Distinct().Count() != step.Documents.Length)
            return Refused.Invalid("documents", "documents-doubled", "Een document staat meer dan één keer in de lijst.");
        if (step.AnswerBy <= at.On)
            return Refused.Invalid("answerBy", "date-too-early", "De termijn voor de zienswijze moet na vandaag eindigen.");
        if (Treating.TooFar("answerBy", step.AnswerBy, at) is { } tooFar)
            return tooFar;
        if (c.Views.Any(asked => asked.AnsweredOn is null && at.On <= asked.AnswerBy && asked.Party == step.ThirdParty && asked.Documents.Intersect(step.Documents).Any()))
            return new Refused("view-open", "Deze derde is over een van deze documenten al om een zienswijze gevraagd, en de termijn daarvoor loopt nog.");

        var details = step.ThirdParty is null ? at.Keep(JsonSerializer.Serialize(new PersonDetails(step.Name, step.Email, step.Address, LegalPerson: step.LegalPerson), CaseJson.Options)) : null;
        return new ViewAsked(
            c.Views.NextId, ThirdPartyViews.OpenRound(c) ?? c.ViewRounds.NextId, step.ThirdParty ?? c.Parties.NextId, details, at.Keep(step.Concern), step.Documents, step.AnswerBy);
    }
}

/// <summary>A third party's view (zienswijze).</summary>
/// <param name="Round">With which others it was asked: the requester is told of all of them at once.</param>
/// <param name="SentOn">When the letter to the third party was dispatched; null until then.</param>
/// <param name="AnsweredOn">Null while there is no view.</param>
public sealed record ThirdPartyView(
    ViewId Id,
    ViewRoundId Round,
    PersonId Party,
    FreeText Concern,
    ImmutableArray<DocumentId> Documents,
    DateOnly AnswerBy,
    string AskedBy,
    DateOnly? SentOn = null,
    DateOnly? AnsweredOn = null,
    ViewDrift? Drift = null,
    FreeText? View = null)
{
    /// <summary>The package that went with the letter; null where none did.</summary>
    public PackageId? SentPackage { get; init; }
}

/// <summary>Third parties of whom the requester is told in one notice.</summary>
/// <param name="NoticeOn">When that notice was dispatched; null until then, and nothing is suspended before.</param>
public sealed record ViewRound(ViewRoundId Id, DateOnly? NoticeOn = null);

/// <summary>What a third party thinks of disclosure.</summary>
public enum ViewDrift
{
    NoObjection,

    /// <summary>It objects to the disclosure of some passages.</summary>
    ObjectsInPart,
    Objects,
}

public sealed record ViewAsked(
    ViewId ViewId,
    ViewRoundId Round,
    PersonId Party,
    FreeText? NewParty,
    FreeText Concern,
    ImmutableArray<DocumentId> Documents,
    DateOnly AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        // A notice that was drafted for fewer third parties is drafted again.
        var about = Round.ToString();
        var letters = c.Letters.Where(l => l.Kind == LetterKind.SuspensionNotice && l.About == about)
            .Aggregate(c.Letters, (all, letter) => all.With(letter.Id, l => l with { State = LetterState.Withdrawn }));
        return c with
        {
            Letters = letters,
            Parties = NewParty is { } details ? c.Parties.Add(new Party(Party, PartyRole.ThirdParty, details)) : c.Parties,
            Views = c.Views.Add(new ThirdPartyView(ViewId, Round, Party, Concern, Documents, AnswerBy, entry.Actor)),
            ViewRounds = c.ViewRounds[Round] is null ? c.ViewRounds.Add(new ViewRound(Round)) : c.ViewRounds,
            Milestones = c.Milestones with { ConsultationClosedOn = null },
        };
    }
}
