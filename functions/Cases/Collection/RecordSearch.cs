using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records a search (zoekslag), also one that found nothing: a court annuls what was not searched for carefully (ECLI:NL:RBAMS:2022:7647).</summary>
/// <param name="Place">Which system, unit or person's mailbox.</param>
/// <param name="Terms">The words searched for.</param>
/// <param name="Found">How many documents it gave; 0 for none.</param>
public sealed record RecordSearch(
    SearchChannel Channel,
    [property: MaxLength(500)] string Place,
    [property: MaxLength(2000)] string Terms,
    [property: Range(0, 1_000_000)] int Found,
    DateOnly? From = null,
    DateOnly? Through = null,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, RecordSearch>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-search", nl: "Zoekslag vastleggen", en: "Record a search", [Role.Handler, Role.Coordinator, Role.Unit], article: "Woo 4.1");

    public static Outcome Decide(Case c, RecordSearch step, At at) =>
        step.Through < step.From
            ? Refused.Invalid("through", "period-reversed", "De periode eindigt vóór zij begint.")
            : new SearchRecorded(step.Channel, at.Keep(step.Place), at.Keep(step.Terms), step.From, step.Through, step.Found, at.KeepOrNull(step.Note));
}

public sealed record SearchRecorded(SearchChannel Channel, FreeText Place, FreeText Terms, DateOnly? From, DateOnly? Through, int Found, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Searches = c.Searches.Add(new Search(Channel, Place, Terms, From, Through, Found, Note, entry.On, entry.Actor)),
    };
}
