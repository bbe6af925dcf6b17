using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Ends that this request is treated in another case: it goes on by itself. Its documents come back, to be judged here; after a decision came from
/// there, all others that were decided upon come with them.
/// </summary>
/// <param name="Reason">Why: a full sentence, printed in the letter to the requester.</param>
public sealed record Unjoin([property: MaxLength(4000)] string Reason) : IStep<Case, Unjoin>
{
    public static StepRule<Case> Rule { get; } = new(
        "unjoin", nl: "Samenvoeging beëindigen", en: "End the joining", [Role.Coordinator, Role.Handler], afterClosing: true,
        when: c => c.Joining switch
        {
            { State: JoinState.Joined } => null,
            { State: JoinState.Asked } => new Refused("join-pending", "De andere zaak heeft nog niet geantwoord; probeer het zo opnieuw."),
            { State: JoinState.Leaving } => new Refused("join-pending", "De samenvoeging wordt al beëindigd."),
            _ => new Refused("not-joined", "Deze zaak wordt niet in een andere zaak behandeld."),
        });

    public static Outcome Decide(Case c, Unjoin step, At at) =>
        c.Decisions.Any(decision => decision.State == DecisionState.Taken)
            ? new Refused("decision-pending", "Er is een besluit genomen dat nog niet bekend is gemaakt; leg eerst de verzending vast.")
            : new UnjoinAsked(c.Joining!.Number, at.Keep(step.Reason));
}

public sealed record UnjoinAsked(int Number, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Joinings = c.Joinings.SetItem(Number - 1, c.Joinings[Number - 1] with { State = JoinState.Leaving, EndReason = Reason, Refused = null, Leavings = c.Joinings[Number - 1].Leavings + 1 }),
    };
}

/// <summary>A case that was treated here goes on by itself. Appended for the other case, never by a person.</summary>
/// <param name="Documents">Documents of this case that it gets beside its own, because they were decided upon for it too.</param>
public sealed record CaseUnjoined(string CaseId, int Number, ImmutableArray<CarriedDocument> Documents) : CaseEvent
{
    public static Outcome Decide(Case c, string from, int number)
    {
        if (c.Joined.Find(joined => joined.CaseId == from && joined.Number == number) is not { LeftOn: null } there)
            return Outcome.Of();
        if (Pending.WhyNot(c) is { } pending)
            return pending;
        if (Joining.Owed(c).Any(owed => owed.Joined.CaseId == from))
            return new Refused("decision-pending", "Van een besluit is de andere zaak nog niet op de hoogte.");
        var decided = there.Told.Exists(told => told.Refused is null);
        var others = decided ? c.Documents.Where(document => document.InScope && !there.Documents.Any(own => own.Here == document.Id)).ToList() : [];
        return others.Count > Join.MostDocuments
            ? new Refused("too-many-documents", $"Ten hoogste {Join.MostDocuments} documenten gaan in één keer naar een andere zaak.")
            : new CaseUnjoined(from, number, [.. others.Select(document => CarriedDocument.Of(c, document))]);
    }

    public override Case ApplyTo(Case c, Entry entry)
    {
        var there = c.Joined.Find(joined => joined.CaseId == CaseId && joined.Number == Number)!;
        // What was decided upon stays as it was; before that, what came with the case goes with it.
        var going = there.Told.Exists(told => told.Refused is null) ? [] : there.Documents.Where(own => own.New && c.Documents[own.Here]!.InScope);
        return c with
        {
            Joined = c.Joined.Replace(there, there with { LeftOn = entry.On, Given = Documents }),
            Documents = going.Aggregate(c.Documents, (all, own) => all.With(own.Here, document => document with { DroppedOn = entry.On, MovedTo = CaseId })),
        };
    }
}

/// <summary>This case goes on by itself, or the other case would not let it go.</summary>
/// <param name="Refused">The code of the refusal; null where it goes on by itself.</param>
/// <param name="Documents">Documents that it got beside its own.</param>
public sealed record UnjoinAnswered(int Number, string? Refused, ImmutableArray<CarriedDocument> Documents, string DutyKey) : CaseEvent, IDischarge
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var joined = c.Joinings[Number - 1];
        if (Refused is not null)
            return c with { Joinings = c.Joinings.SetItem(Number - 1, joined with { State = JoinState.Joined, Refused = Refused }) };
        var back = Joining.Restored(c with { Joinings = c.Joinings.SetItem(Number - 1, joined with { State = JoinState.Ended, Refused = null, EndedOn = entry.On }) }, joined);
        return back with
        {
            Documents = Documents.Aggregate(back.Documents, (all, carried) => all.Add(carried.As(all.NextId))),
            Inventoried = Carrying.Inventoried(back, Documents),
        };
    }
}
