using System.Collections.Immutable;
using WobWorkflow.Cases;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>A case that lives in memory: steps are decided and their events folded, and nothing is stored.</summary>
internal sealed class CaseOnPaper
{
    private readonly Dictionary<FreeText, string?> _texts = [];

    public CaseOnPaper(DateOnly receivedOn) => Today = receivedOn;

    public Case State { get; private set; } = Case.Blank("c1");

    public long Version { get; private set; }

    public DateOnly Today { get; private set; }

    public Organisation Facts { get; } = Organisation.Blank(Organisation.TheId);

    public static Actor Someone(string id, params Role[] roles) => new(id, [.. roles], Clearance: Marking.StgZeerGeheim);

    /// <summary>A request of Wob days that was registered and qualified.</summary>
    public static CaseOnPaper Qualified()
    {
        var paper = new CaseOnPaper(new DateOnly(2018, 5, 22));
        paper.Take(new Register("Zwarte lijst", "Graag alle stukken", paper.Today, Channel.Email, new PersonDetails("A. Aanvrager", "a@voorbeeld.nl")));
        paper.Take(new Qualify(Qualification.PublicInformation));
        return paper;
    }

    /// <summary>As if it had been so all along.</summary>
    public CaseOnPaper As(Func<Case, Case> other)
    {
        State = other(State);
        return this;
    }

    public CaseOnPaper On(DateOnly day)
    {
        Today = day;
        return this;
    }

    public CaseOnPaper Take(object payload, params Role[] roles) => Take(payload, Someone("h.1", roles is [] ? [Role.Handler, Role.Coordinator] : roles));

    public CaseOnPaper Take(object payload, Actor actor)
    {
        var step = Catalogue.CaseSteps.Single(step => step.Payload == payload.GetType());
        var at = new At(LocalTime.MorningOf(Today), Today, actor, Facts, [.. new byte[32]]);
        var accepted = step.Decide(State, payload, at).ShouldBeOfType<Accepted>();
        foreach (var happened in accepted.Events)
            Happen(happened, actor.Id);
        return this;
    }

    /// <summary>What the engine or a ruling records.</summary>
    public CaseOnPaper Happen(CaseEvent happened, string actor = "engine") => Happen((Event)happened, actor);

    /// <summary>Letters that are owed are drafted, signed and dispatched today.</summary>
    public CaseOnPaper DispatchLetters()
    {
        foreach (var owed in OwedLetters.Of(State).ToList())
        {
            var (letter, artifact) = (State.Letters.NextId, State.Artifacts.NextId);
            Happen(new LetterPrepared(letter, owed.Kind, owed.About, owed.To, artifact, new string('a', 64), "application/docx", ".docx", 10, owed.DutyKey));
            if (owed.Kind == LetterKind.Decision)
                continue;
            Take(new SignLetter(letter));
            Take(new RecordDispatch(letter, Channel.Post));
        }

        return this;
    }

    /// <summary>A decision goes all the way, today.</summary>
    public CaseOnPaper Decide(DraftDecision draft)
    {
        Take(draft);
        DispatchLetters();
        var decision = State.Decisions.Last().Id;
        var letter = State.Letters.Last().Id;
        Take(new SubmitDecision(decision));
        Take(new ApproveDecision(decision), Someone("a.1", Role.Approver));
        Take(new TakeDecision(decision), Someone("s.1", Role.Signatory));
        Take(new SignLetter(letter), Someone("s.1", Role.Signatory));
        return Take(new RecordDispatch(letter, Channel.Post));
    }

    public string? Text(FreeText text) => _texts.GetValueOrDefault(text);

    public void Erase(FreeText text) => _texts.Remove(text);

    private CaseOnPaper Happen(Event happened, string actor)
    {
        Remember(happened);
        State = State.Apply(happened, new Entry(++Version, LocalTime.MorningOf(Today), Today, actor));
        return this;
    }

    private void Remember(object happened)
    {
        foreach (var property in happened.GetType().GetProperties().Where(property => property.PropertyType == typeof(FreeText)))
        {
            if (property.GetValue(happened) is FreeText { Text: not null } text)
                _texts[text] = text.Text;
        }
    }
}
