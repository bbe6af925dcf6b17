using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>A case on its way: its state, the log that it is the fold of, and the settings under which its steps are decided.</summary>
internal sealed record Life(Case Case, Organisation Facts, ImmutableList<Recorded> Log)
{
    private static readonly ImmutableArray<byte> Salt = [.. Enumerable.Repeat((byte)7, 32)];

    public static Life Blank { get; } = new(Case.Blank("case-1"), Organisation.Blank(Organisation.TheId), []);

    /// <summary>The last event.</summary>
    public Event Last => Log[^1].Event;

    public Decision Decision => Case.Decisions.Last();

    /// <summary>The circumstances of a step that is recorded at ten in the morning of a date.</summary>
    /// <param name="effectiveOn">The date of effect; null for the day of recording.</param>
    public static At At(DateOnly on, Actor by, Organisation facts, DateOnly? effectiveOn = null) =>
        new(TenOClock(on), effectiveOn ?? on, by, facts, Salt);

    public static DateTimeOffset TenOClock(DateOnly on) => LocalTime.MorningOf(on).AddHours(3);

    /// <summary>Asks for a step without taking it.</summary>
    public Outcome Try<TStep>(TStep step, DateOnly on, Actor by, DateOnly? effectiveOn = null)
        where TStep : IStep<Case, TStep> =>
        Catalogue.CaseSteps.Single(row => row.Payload == typeof(TStep)).Decide(Case, step, At(on, by, Facts, effectiveOn));

    /// <summary>Takes a step, which must be accepted.</summary>
    public Life With<TStep>(TStep step, DateOnly on, Actor by, DateOnly? effectiveOn = null)
        where TStep : IStep<Case, TStep>
    {
        var outcome = Try(step, on, by, effectiveOn);
        return outcome.ShouldBeOfType<Accepted>(customMessage: $"{typeof(TStep).Name} {(outcome as Refused)?.Code}").Events
            .Aggregate(this, (life, happened) => life.Happened(happened, TenOClock(on), effectiveOn ?? on, by.Id));
    }

    /// <summary>Takes a step on a letter, which the engine has drafted by then.</summary>
    public Life Sent(LetterKind kind, string about, DateOnly on, Actor? by = null, DateOnly? signedOn = null, Channel channel = Channel.Email)
    {
        var life = LettersPrepared(signedOn ?? on);
        var letter = life.Letter(kind, about);
        return life.With(new SignLetter(letter.Id), signedOn ?? on, by ?? Persons.Handler)
            .With(new RecordDispatch(letter.Id, channel), on, by ?? Persons.Handler).LettersDated(on);
    }

    /// <summary>The engine files a copy with its date of every letter that went out.</summary>
    public Life LettersDated(DateOnly on) => Engine.Perform(this, TenOClock(on), duty => duty is DateLetter);

    /// <summary>The engine drafts every letter that is owed.</summary>
    public Life LettersPrepared(DateOnly on) => Engine.Perform(this, TenOClock(on), duty => duty is PrepareLetter);

    public Life Happened(Event happened, DateTimeOffset moment, DateOnly on, string actor)
    {
        var entry = new Entry(Log.Count + 1, moment, on, actor);
        return this with { Case = Case.Apply(happened, entry), Log = Log.Add(new Recorded(happened, entry)) };
    }

    /// <summary>The same case under settings that were changed.</summary>
    public Life Under(OrganisationEvent change) =>
        this with { Facts = Facts.Apply(change, new Entry(Facts.Version + 1, TenOClock(new(2022, 1, 3)), new(2022, 1, 3), Persons.Administrator.Id)) };

    /// <summary>The latest letter of that kind that was not set aside.</summary>
    public Letter Letter(LetterKind kind, string about) => Case.Letters.Last(l => l.Kind == kind && l.About == about && l.State != LetterState.Withdrawn);

    public Letter DecisionLetter => Letter(LetterKind.Decision, Decision.Id.ToString());

    public Term Term(string termId, DateOnly today) => CaseTerms.Of(Case, Facts, today).Single(term => term.TermId == termId);

    public bool HasTerm(string termId, DateOnly today) => CaseTerms.Of(Case, Facts, today).Any(term => term.TermId == termId);

    public Agenda Agenda(DateTimeOffset now) => Cases.Agenda.Of(Case, Facts, now);
}

/// <summary>An event as it stands in the log.</summary>
internal sealed record Recorded(Event Event, Entry Entry);
