using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>Third parties hear of a decision when the requester does, with the rendition that names nobody.</summary>
public sealed class ThirdPartiesToldTests
{
    private const string About = "decision-1:person-2";

    [Fact]
    public void Of_DecisionNotTaken_IsNobody()
    {
        var life = Heard(ViewDrift.Objects);
        life.Take("2024-09-23", new DraftDecision(DecisionKind.Primary));
        ThirdPartiesTold.Of(life.Case, life.Case.Decisions.Last()).ShouldBeEmpty();
    }

    [Fact]
    public void Owed_OnceTaken_OneLetterToEachThirdPartyThatGaveAView()
    {
        var life = Taken(Heard(ViewDrift.NoObjection));
        OwedLetters.Of(life.Case).Single(owed => owed.Kind == LetterKind.ThirdPartyDecision).ShouldSatisfyAllConditions(
            owed => owed.About.ShouldBe(About),
            owed => owed.To.ShouldBe(new Addressee(Person: new PersonId(2))));
    }

    [Fact]
    public void Sign_WithoutTheAnonymisedDecision_IsRefusedUntilItIsThere()
    {
        var life = Taken(Heard(ViewDrift.Objects));
        life.PrepareLetters("2024-09-24");
        var letter = life.Case.Letters.Last(l => l.Kind == LetterKind.ThirdPartyDecision).Id;
        life.Refuse("2024-09-24", new SignLetter(letter), "signatory").Code.ShouldBe("anonymised-missing");

        life.Happen("2024-09-24", new ArtifactAdded(life.Case.Artifacts.NextId, "decision-anonymised", new string('b', 64), "application/docx", ".docx", 1, null), "handler");
        var decision = life.Case.Letters.Last(l => l.Kind == LetterKind.Decision).Id;
        life.Take("2024-09-24", new AddAnonymisedDecision(decision, life.Case.Artifacts.Last().Id));

        ThirdPartiesTold.EnclosureOf(life.Case, Decision1).ShouldBe(life.Case.Artifacts.Last().Id);
        life.Case.Artifacts.Last().Rendition.ShouldBe(LetterRendition.Anonymised);
        life.Take("2024-09-24", new SignLetter(letter), "signatory");
        life.Refuse("2024-09-24", new RecordDispatch(letter, Channel.Post)).Code.ShouldBe("requester-not-told");
        life.Send("2024-09-24", LetterKind.Decision, "decision-1");

        life.Term($"third-party-told:{About}", "2024-09-24").ShouldSatisfyAllConditions(
            term => term.Due.ShouldBe(Day("2024-09-25")),
            term => term.State.ShouldBe(TermState.Running));
        life.Take("2024-09-24", new RecordDispatch(letter, Channel.Post));
        life.Term($"third-party-told:{About}", "2024-09-26").State.ShouldBe(TermState.Met);
    }

    [Fact]
    public void Term_NotTold_LapsesAndIsChased()
    {
        var life = Taken(Heard(ViewDrift.Objects));
        life.Send("2024-09-24", LetterKind.Decision, "decision-1");
        var term = life.Term($"third-party-told:{About}", "2024-09-27");
        (term.State, Agenda.Watches(term)).ShouldBe((TermState.Lapsed, true));
    }

    [Fact]
    public void Of_PartyThatDidNotAnswer_IsToldWhereSomethingOfItIsDisclosed()
    {
        ThirdPartiesTold.Of(Taken(Heard(null)).Case, Taken(Heard(null)).Case.Decisions[Decision1]!).ShouldBe([new PersonId(2)]);

        var withheld = Heard(null);
        withheld.Take("2024-09-23", new AssessDocument(Doc1, Judgement.NotPublic, [Ground.Parse("5.1.1.c")], "Bedrijfsgegevens."));
        ThirdPartiesTold.Of(Taken(withheld).Case, withheld.Case.Decisions[Decision1]!).ShouldBeEmpty();
    }

    /// <summary>A reviewed case in which a third party was asked about the first document, which is public.</summary>
    private static NewLife Heard(ViewDrift? drift)
    {
        var life = Reviewed("2024-09-02");
        life.Take("2024-09-03", new AskView([Doc1], "Het gaat over u.", Day("2024-09-17"), Name: "A BV", LegalPerson: true));
        life.Send("2024-09-03", LetterKind.ThirdPartyViewRequest, "view-1");
        life.Send("2024-09-03", LetterKind.SuspensionNotice, "views-1");
        if (drift is { } said)
            life.Take("2024-09-17", new RecordView(new(1), said, "Onze mening."));
        return life;
    }

    private static NewLife Taken(NewLife life)
    {
        life.Take("2024-09-24", new DraftDecision(DecisionKind.Primary));
        life.PrepareLetters("2024-09-24");
        life.Take("2024-09-24", new SubmitDecision(Decision1));
        life.Take("2024-09-24", new ApproveDecision(Decision1), "approver");
        life.Take("2024-09-24", new TakeDecision(Decision1), "signatory");
        return life;
    }
}
