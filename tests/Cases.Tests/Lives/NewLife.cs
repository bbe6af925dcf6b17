using System.Collections.Immutable;

namespace WobWorkflow.Cases.Tests;

/// <summary>
/// A case that steps are taken on, each on its day and by someone who may. Every event goes through its JSON on the way into the state, as it does in
/// the log.
/// </summary>
internal sealed class NewLife
{
    public static readonly DocumentId Doc1 = new(1);
    public static readonly DocumentId Doc2 = new(2);
    public static readonly DecisionId Decision1 = new(1);
    public static readonly DecisionId Decision2 = new(2);
    public static readonly RemedyId Remedy1 = new(1);
    public static readonly RemedyId Remedy2 = new(2);

    private static readonly ImmutableArray<byte> Salt = [.. new byte[32]];
    private long _seq;

    private NewLife(Case c) => Case = c;

    public Case Case { get; private set; }

    public Organisation Facts { get; } = Organisation.Blank(Organisation.TheId);

    public static NewLife Received(string on)
    {
        var life = new NewLife(Case.Blank("case-1"));
        life.Take(on, new Register("Kaspersky", "Alle documenten", Day(on), Channel.Email, new PersonDetails("A. Jansen")));
        life.Take(on, new Qualify(Qualification.PublicInformation));
        return life;
    }

    /// <summary>With two documents, a search and judgements: the first is public, the second withheld in part.</summary>
    public static NewLife Reviewed(string on)
    {
        var life = Received(on);
        life.Take(on, new AddDocument("Nota", Owner: new Agency("NCTV")));
        life.Take(on, new AddDocument("Analyse"));
        life.Take(on, new RecordSearch(SearchChannel.Mail, "postvak", "kaspersky", 2));
        life.Take(on, new AssessDocument(Doc1, Judgement.Public));
        var ground = Regimes.Of(Day(on)) == Regime.Wob ? Ground.Parse("10.2.e") : Ground.Parse("5.1.2.e");
        life.Take(on, new AssessPassage(Doc2, 1, Treatment.Withheld, Quote: "naam", Grounds: [ground], Reason: "Persoonlijke levenssfeer."));
        return life;
    }

    /// <summary>With a primary decision, taken by <c>signatory</c> and announced on the day.</summary>
    public static NewLife Decided(string receivedOn, string announcedOn)
    {
        var life = Reviewed(receivedOn);
        life.Decide(announcedOn, new DraftDecision(DecisionKind.Primary));
        return life;
    }

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Drafts, approves, takes and announces a decision, all on one day.</summary>
    public void Decide(string on, DraftDecision draft, string signatory = "signatory")
    {
        Take(on, draft);
        Announce(on, Case.Decisions.Last().Id, signatory);
    }

    public void Announce(string on, DecisionId id, string signatory = "signatory")
    {
        PrepareLetters(on);
        Take(on, new SubmitDecision(id));
        Take(on, new ApproveDecision(id), "approver");
        Take(on, new TakeDecision(id), signatory);
        Send(on, LetterKind.Decision, id.ToString(), signatory);
    }

    /// <summary>Has the letter drafted, signs it and sends it.</summary>
    public void Send(string on, LetterKind kind, string about, string signatory = "signatory")
    {
        PrepareLetters(on);
        var letter = Case.Letters.Last(l => l.Kind == kind && l.About == about);
        Take(on, new SignLetter(letter.Id), signatory);
        Take(on, new RecordDispatch(letter.Id, Channel.Post));
    }

    /// <summary>Does what the engine does with the letters that are due.</summary>
    public void PrepareLetters(string on)
    {
        foreach (var owed in Agenda.Of(Case, Facts, Noon(on)).Due.OfType<PrepareLetter>().Select(duty => duty.Letter).ToList())
        {
            Happen(on, new LetterPrepared(
                Case.Letters.NextId, owed.Kind, owed.About, owed.To, Case.Artifacts.NextId, new string('a', 64), "application/docx", ".docx", 1, owed.DutyKey));
        }
    }

    /// <summary>Takes a step that must be accepted.</summary>
    public ImmutableArray<Event> Take<TStep>(string on, TStep step, string by = "handler", string? today = null)
        where TStep : IStep<Case, TStep>
    {
        var outcome = Try(on, step, by, today);
        var accepted = outcome.ShouldBeOfType<Accepted>((outcome as Refused)?.Code);
        foreach (var happened in accepted.Events)
            Happen(on, happened, by);
        return accepted.Events;
    }

    /// <summary>Takes a step that must be refused.</summary>
    public Refused Refuse<TStep>(string on, TStep step, string by = "handler", string? today = null)
        where TStep : IStep<Case, TStep> => Try(on, step, by, today).ShouldBeOfType<Refused>();

    public Outcome Try<TStep>(string on, TStep step, string by = "handler", string? today = null)
        where TStep : IStep<Case, TStep>
    {
        Catalogue.CaseSteps.ShouldContain(row => row.Payload == typeof(TStep), $"{typeof(TStep).Name} is not in the catalogue.");
        return StepDefinition<Case>.Of<TStep>().Decide(Case, step, At(on, by, today));
    }

    public void Happen(string on, Event happened, string by = "engine") =>
        Case = Case.Apply(EventJson.Read(EventJson.Write(happened)), new Entry(++_seq, Noon(on), Day(on), by));

    public ImmutableArray<Term> Terms(string on) => CaseTerms.Of(Case, Facts, Day(on));

    public Term Term(string id, string on) => Terms(on).Single(term => term.TermId == id);

    public Agenda AgendaOf(string on) => Agenda.Of(Case, Facts, Noon(on));

    public At At(string on, string by = "handler", string? today = null) => new(Noon(today ?? on), Day(on), ActorOf(by), Facts, Salt);

    /// <summary>The person's name says what it may do; a handler may also do what the work around it asks.</summary>
    private static Actor ActorOf(string by) => by.Split('-')[0] switch
    {
        "signatory" => new Actor(by, [Role.Signatory]),
        "approver" => new Actor(by, [Role.Approver]),
        "publisher" => new Actor(by, [Role.Publisher]),
        "litigator" => new Actor(by, [Role.Litigator]),
        "liaison" => new Actor(by, [Role.Liaison], new Agency(by.Split('-')[1])),
        "unit" => new Actor(by, [Role.Unit]),
        "auditor" => new Actor(by, [Role.Auditor]),
        _ => new Actor(by, [Role.Handler, Role.Coordinator, Role.Reviewer, Role.ObjectionHandler]),
    };

    private static DateTimeOffset Noon(string on) => new(Day(on).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
