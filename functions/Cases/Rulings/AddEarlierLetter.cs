using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Adds an earlier letter to Parliament about the matter, for the new letter to refer to. No case holds these facts.</summary>
/// <param name="By">Who wrote it, with article: <c>de minister van Justitie en Veiligheid</c>.</param>
/// <param name="About">About what, beginning with <c>over</c>.</param>
/// <param name="Session">The session as printed: <c>2017/2018</c>.</param>
/// <param name="Dossiers">The dossiers, with commas between them: <c>30 821, 26 643</c>.</param>
/// <param name="Number">The number within them.</param>
/// <param name="CitedAs">For what the new letter cites it.</param>
public sealed record AddEarlierLetter(
    [property: MaxLength(300)] string By,
    [property: MaxLength(1000)] string About,
    [property: RegularExpression(@"\d{4}/\d{4}")] string Session,
    [property: MaxLength(200)] string Dossiers,
    [property: MaxLength(10)] string Number,
    PaperRole CitedAs = PaperRole.Earlier) : IStep<Ruling, AddEarlierLetter>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "add-earlier-letter", nl: "Eerdere Kamerbrief toevoegen", en: "Add an earlier letter to Parliament", [Role.Litigator, Role.Coordinator, Role.Handler],
        article: "Gw 68", when: RulingSteps.NotRegistered);

    public static Outcome Decide(Ruling ruling, AddEarlierLetter step, At at) =>
        ruling.EarlierLetters.Exists(there => there.Session == step.Session && there.Dossiers == step.Dossiers && there.Number == step.Number)
            ? new Refused("already-added", "Deze brief staat er al bij.")
            : Outcome.Of(
            [
                new EarlierLetterAdded(at.Keep(step.By), at.Keep(step.About), step.Session, step.Dossiers, step.Number, step.CitedAs),
                .. ParliamentLetterOutdated.For(ruling),
            ]);
}

/// <summary>An earlier letter to Parliament: a numbered parliamentary paper.</summary>
public sealed record EarlierParliamentLetter(FreeText By, FreeText About, string Session, string Dossiers, string Number, PaperRole CitedAs);

/// <summary>For what a letter cites an earlier one.</summary>
public enum PaperRole
{
    /// <summary>Parliament was told of the matter in it.</summary>
    Earlier,

    /// <summary>It announced the measure.</summary>
    Measure,

    /// <summary>It told of a later reassessment of the measure.</summary>
    Reassessment,
}

public sealed record EarlierLetterAdded(FreeText By, FreeText About, string Session, string Dossiers, string Number, PaperRole CitedAs = PaperRole.Earlier) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        EarlierLetters = ruling.EarlierLetters.Add(new EarlierParliamentLetter(By, About, Session, Dossiers, Number, CitedAs)),
    };
}
