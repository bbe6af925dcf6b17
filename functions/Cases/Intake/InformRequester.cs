using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Tells the requester how far the request is. The engine drafts the letter; what was done follows from the case. Once the term has passed, the
/// engine asks for such a letter every two weeks.
/// </summary>
/// <param name="Outstanding">What is still to be done, a line for each point.</param>
/// <param name="ExpectedOn">When the decision is expected; left out where nobody can say.</param>
public sealed record InformRequester([property: MaxLength(4000)] string Outstanding, DateOnly? ExpectedOn = null) : IStep<Case, InformRequester>
{
    public static StepRule<Case> Rule { get; } = new(
        "inform-requester", nl: "Verzoeker informeren", en: "Inform the requester", [Role.Handler, Role.Coordinator], article: "Awb 3:2", when: Treating.WhyNot);

    public static Outcome Decide(Case c, InformRequester step, At at) =>
        step.ExpectedOn < at.On
            ? Refused.Invalid("expectedOn", "date-in-past", "Een verwachte datum ligt niet in het verleden.")
            : new RequesterInformed(c.Intake.ProgressLetters.NextId, at.Keep(step.Outstanding), step.ExpectedOn);
}

/// <summary>A letter on how far the request is.</summary>
/// <param name="SentOn">When it was dispatched; null until then.</param>
public sealed record Progress(ProgressId Id, FreeText Outstanding, DateOnly? ExpectedOn, DateOnly On, string By, DateOnly? SentOn = null);

public sealed record RequesterInformed(ProgressId ProgressId, FreeText Outstanding, DateOnly? ExpectedOn) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { ProgressLetters = c.Intake.ProgressLetters.Add(new Progress(ProgressId, Outstanding, ExpectedOn, entry.On, entry.Actor)) },
    };
}
