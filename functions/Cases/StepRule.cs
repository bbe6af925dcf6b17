using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What is known of a step without its payload: its name, who may take it, and when.</summary>
/// <typeparam name="TAggregate">The aggregate on which it is taken.</typeparam>
/// <param name="name">Kebab-case; part of the contract and of the route.</param>
/// <param name="nl">Title in Dutch, as on a button.</param>
/// <param name="en">Title in English.</param>
/// <param name="roles">One of these is enough.</param>
/// <param name="article">The article that it rests on; null for a step of the work that no article asks for.</param>
/// <param name="when">The refusal in this state, or null where the step may be taken; null for: at any time.</param>
/// <param name="afterClosing">Whether it may be taken on a closed aggregate.</param>
/// <param name="offeredTo">Whom of those with a role it is offered to in this state; null for all of them. The step itself decides, with a refusal.</param>
/// <param name="reading">Whether it is what reading something comes to: taken by a GET, in the log before anything is shown, and offered to nobody.</param>
public sealed class StepRule<TAggregate>(
    string name,
    string nl,
    string en,
    ImmutableHashSet<Role> roles,
    string? article = null,
    Func<TAggregate, Refused?>? when = null,
    bool afterClosing = false,
    Func<TAggregate, Actor, bool>? offeredTo = null,
    bool reading = false)
{
    public string Name { get; } = name;

    public string TitleNl { get; } = nl;

    public string TitleEn { get; } = en;

    public ImmutableHashSet<Role> Roles { get; } = roles;

    public string? Article { get; } = article;

    public bool AfterClosing { get; } = afterClosing;

    public bool IsReading { get; } = reading;

    public bool MayBeTakenBy(Actor actor) => Roles.Overlaps(actor.Roles);

    /// <summary>Whether it is among the steps that this person is offered in this state.</summary>
    public bool IsOfferedTo(Actor actor, TAggregate state) => !IsReading && MayBeTakenBy(actor) && offeredTo?.Invoke(state, actor) != false;

    /// <summary>Why the step can't be taken in this state by anyone; null where it can.</summary>
    public Refused? WhyNot(TAggregate state, bool closed)
    {
        if (closed && !AfterClosing)
            return new Refused("step-not-allowed", "Dit dossier is gesloten. Heropen het eerst, of corrigeer een feit.");
        return when?.Invoke(state);
    }
}

/// <summary>A step: its payload (the implementing record), its rule and its decision.</summary>
public interface IStep<TAggregate, TSelf>
    where TSelf : IStep<TAggregate, TSelf>
{
    static abstract StepRule<TAggregate> Rule { get; }

    /// <summary>Pure: the same state, step and circumstances give the same outcome.</summary>
    static abstract Outcome Decide(TAggregate state, TSelf step, At at);
}

/// <summary>A row of the catalogue: a step without its type parameters, for routes, schemas, forms and lists of what may be done now.</summary>
public sealed class StepDefinition<TAggregate>
    where TAggregate : ISubject
{
    private readonly Func<TAggregate, object, At, Outcome> _decide;

    private StepDefinition(StepRule<TAggregate> rule, Type payload, Func<TAggregate, object, At, Outcome> decide) =>
        (Rule, Payload, _decide) = (rule, payload, decide);

    public StepRule<TAggregate> Rule { get; }

    public Type Payload { get; }

    public static StepDefinition<TAggregate> Of<TStep>()
        where TStep : IStep<TAggregate, TStep> =>
        new(TStep.Rule, typeof(TStep), (state, step, at) => TStep.Decide(state, (TStep)step, at));

    public bool MayBeTaken(TAggregate state, Actor actor) => state.WhyNot(Rule.Name) is null && Rule.WhyNot(state, state.IsClosed) is null && Rule.IsOfferedTo(actor, state);

    /// <summary>Who, when, then what: the role is checked first, then the state, then the step itself.</summary>
    public Outcome Decide(TAggregate state, object payload, At at)
    {
        if (!Rule.MayBeTakenBy(at.Actor))
            return Refused.Forbidden("role-not-allowed", $"Deze stap vraagt een van deze rollen: {string.Join(", ", Rule.Roles.Select(Kebab.Of).Order(StringComparer.Ordinal))}.");
        if (at.On > at.Today)
            return Refused.Invalid("effectiveOn", "date-in-future", "Een stap kan niet in de toekomst ingaan: geef vandaag of een eerdere datum.");
        if (at.On < state.Since)
            return Refused.Invalid("effectiveOn", "date-before-request", "Een stap kan niet ingaan vóór de ontvangst van het verzoek. Klopt de ontvangstdatum niet, corrigeer die dan eerst.");
        if ((state.WhyNot(Rule.Name) ?? Rule.WhyNot(state, state.IsClosed)) is { } refused)
            return Governed(refused, at.On);
        var outcome = _decide(state, payload, at);
        return outcome is Refused no ? Governed(no, at.On) : outcome;
    }

    /// <summary>With the article of the act that governs the day.</summary>
    private Refused Governed(Refused refused, DateOnly on) =>
        refused with { Article = GoverningArticles.On(refused.Article, on) ?? GoverningArticles.OfStep(Rule.Article, on) };
}

/// <summary>What every aggregate tells the steps that are taken on it.</summary>
public interface ISubject
{
    bool IsClosed { get; }

    /// <summary>The first date on which a step can take effect; null where there is no such date.</summary>
    DateOnly? Since { get; }

    /// <summary>Why a step can't be taken whatever its own rule says; null where nothing stands in its way.</summary>
    /// <param name="step">Its name.</param>
    Refused? WhyNot(string step) => null;
}
