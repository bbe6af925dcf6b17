using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Puts documents to an agency. A letter is drafted to it; CVIN and RVI have no files of their own, so theirs goes to their secretariat.
/// The day of the answer is chosen, not statutory, and the term for deciding runs on.
/// </summary>
public sealed record Consult(
    Agency Agency,
    [property: MinLength(1)] ImmutableArray<DocumentId> Documents,
    [property: MaxLength(4000)] string Question,
    DateOnly AnswerBy) : IStep<Case, Consult>
{
    public static StepRule<Case> Rule { get; } = new("consult", nl: "Afstemming vragen", en: "Consult an agency", [Role.Handler, Role.Coordinator]);

    public static Outcome Decide(Case c, Consult step, At at)
    {
        if (step.Documents.FirstOrDefault(id => c.Documents[id] is not { InScope: true }) is { Number: > 0 } missing)
            return Refused.Unknown("document-not-found", $"{missing} hoort niet bij deze zaak.");
        if (step.Documents.Distinct().Count() != step.Documents.Length)
            return Refused.Invalid("documents", "documents-doubled", "Een document staat meer dan één keer in de lijst.");
        if (ChosenDay.WhyNot("answerBy", step.AnswerBy, at) is { } refused)
            return refused;
        if (c.Consultations.Any(open => open.IsOpen && open.Agency == step.Agency && open.Documents.Intersect(step.Documents).Any()))
            return new Refused("consultation-open", "Aan deze instantie is een van deze documenten al voorgelegd, en zij heeft nog niet geantwoord.");
        return new AgencyConsulted(c.Consultations.NextId, step.Agency, step.Documents, at.Keep(step.Question), step.AnswerBy);
    }
}

public sealed record AgencyConsulted(
    ConsultationId ConsultationId,
    Agency Agency,
    ImmutableArray<DocumentId> Documents,
    FreeText Question,
    DateOnly AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Consultations = c.Consultations.Add(new Consultation(ConsultationId, Agency, Documents, Question, AnswerBy, entry.Actor, entry.On)),
        Milestones = c.Milestones with { ConsultationClosedOn = null },
    };
}
