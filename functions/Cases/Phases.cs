namespace WobWorkflow.Cases;

/// <summary>Where a case is, in a word. A summary for people: it guards nothing, each step says itself what it needs.</summary>
public enum Phase
{
    Intake,
    Collection,
    Consultation,
    Review,
    Decision,
    Publication,
    Remedies,
    Supplement,
    Closed,

    /// <summary>Its content was destroyed at the end of its retention.</summary>
    Destroyed,
}

/// <summary>Sums a case up.</summary>
public static class Phases
{
    /// <summary>The furthest thing that goes on; a court's order comes before everything but the end.</summary>
    public static Phase Of(Case c) =>
        c.Destruction is not null ? Phase.Destroyed
        : c.IsClosed ? Phase.Closed
        : c.Rulings.Exists(applied => applied is { Owes: true, AnsweredBy: null, LateTerm: null }) ? Phase.Supplement
        : c.Decisions.Any(d => d.State != DecisionState.Dispatched) && c.Intake.ReleasedOn is null ? Phase.Decision
        : c.Remedies.All(remedy => !remedy.Runs) && c.Publications.Any(publication => publication.ReleasedOn(c) is null) ? Phase.Publication
        : c.Decisions.Any(d => d.Settles) || c.Remedies.Any(remedy => remedy.Runs) ? Phase.Remedies
        : c.Milestones.ConsultationClosedOn is null && (c.Consultations.Any(asked => asked.IsOpen) || c.Views.Any(asked => asked.AnsweredOn is null)) ? Phase.Consultation
        : c.Passages.Count > 0 || c.Documents.Any(d => d.Assessment is not null) ? Phase.Review
        : c.Documents.Count > 0 || c.Searches.Count > 0 || c.UnitQuestions.Count > 0 ? Phase.Collection
        : Phase.Intake;

    /// <summary>The term that presses most: the first to end of those that the body itself must meet; null where none runs.</summary>
    public static Term? Pressing(IEnumerable<Term> terms) =>
        terms.Where(term => term.State is TermState.Running or TermState.Suspended or TermState.Lapsed && term.Kind is TermKind.Decision or TermKind.NewDecision or TermKind.ObjectionDecision or TermKind.CourtDocuments or TermKind.LoopRepair)
            .Where(term => term.MetOn is null)
            .MinBy(term => term.Due);
}
