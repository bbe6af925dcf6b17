using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

/// <summary>What a decision changes against the one that it supplements, and how its letter says so.</summary>
public sealed class DecisionChangesTests
{
    private const string First = "2018-06-05";
    private const string Later = "2018-09-03";
    private static readonly Ground Privacy = Ground.Parse("10.2.e");
    private static readonly Ground State = Ground.Parse("10.1.b");
    private static readonly Ground Opinion = Ground.Parse("11.1");
    private static readonly DocumentId Doc3 = new(3);
    private static readonly DocumentId Doc4 = new(4);

    [Fact]
    public void Of_FirstDecision_IsEmpty() => DecisionChanges.Of(AnnouncedOnce().Case, AnnouncedOnce().Case.Decisions.Last()).ShouldBeEmpty();

    [Fact]
    public void Of_NothingJudgedSince_HasARowForEachDocumentAndNoChange()
    {
        var all = Changes(AnnouncedOnce());

        all.Select(change => (change.DocumentId, change.IsAny)).ShouldBe([(Doc1, false), (Doc2, false), (Doc3, false)]);
        DecisionChangesWording.OfTheRest(all).ShouldBe("De beoordeling van de documenten verandert niet.");
    }

    [Fact]
    public void Of_PassageDisclosedSince_TellsItBesideWhatStaysWithheld()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessPassage(Doc2, 1, Treatment.Disclosed, new PassageId(1)));
        Judge(life, new AssessPassage(Doc2, 3, Treatment.Withheld, new PassageId(3), Grounds: [State], Reason: "Werkwijze."));

        var change = Changes(life).Single(row => row.IsAny);

        change.ShouldSatisfyAllConditions(
            x => (x.DocumentId, x.Before, x.Now).ShouldBe((Doc2, Judgement.PartlyPublic, Judgement.PartlyPublic)),
            x => x.Passages.Where(p => p.IsDisclosedNow).Select(p => p.PassageId).ShouldBe([new PassageId(1)]),
            x => x.Passages.Where(p => p.IsStillWithheld).Select(p => (p.PassageId, string.Join(',', p.GroundsBefore), string.Join(',', p.Grounds)))
                .ShouldBe([(new PassageId(2), "10.1b", "10.1b"), (new PassageId(3), "10.2e", "10.1b")]));
        DecisionChangesWording.OfDocument(change).ShouldBe("blijft gedeeltelijk openbaar.");
        DecisionChangesWording.OfPassages(change).ShouldBe(
        [
            "Alsnog openbaar wordt één passage op bladzijde 1.",
            "Niet openbaar blijft één passage op bladzijde 2, op dezelfde grond als eerder: artikel 10, eerste lid, aanhef en onder b, van de Wob.",
            "Niet openbaar blijft één passage op bladzijde 3, nu op grond van artikel 10, eerste lid, aanhef en onder b, van de Wob in plaats van artikel 10, tweede lid, aanhef en onder e, van de Wob.",
        ]);
    }

    [Fact]
    public void Of_SeveralPassages_AreCountedInThePlural()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessPassage(Doc2, 1, Treatment.Disclosed, new PassageId(1)));
        Judge(life, new AssessPassage(Doc2, 2, Treatment.Disclosed, new PassageId(2)));
        Judge(life, new AssessPassage(Doc2, 3, Treatment.Disclosed, new PassageId(3)));

        var change = Changes(life).Single(row => row.IsAny);

        DecisionChangesWording.OfDocument(change).ShouldBe("was gedeeltelijk openbaar en wordt geheel openbaar.");
        DecisionChangesWording.OfPassages(change).ShouldBe(["Alsnog openbaar worden drie passages op de bladzijden 1, 2 en 3."]);
        DecisionChangesWording.OfTheRest(DecisionChanges.Of(life.Case, life.Case.Decisions.Last())).ShouldBe("De beoordeling van de twee andere documenten verandert niet.");
    }

    [Fact]
    public void Of_PassageCutOutOfWhatWasWithheldAsAWhole_WasWithheldOnItsGrounds()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessPassage(Doc3, 1, Treatment.Disclosed, Quote: "feiten"));
        Judge(life, new AssessPassage(Doc3, 2, Treatment.Withheld, Quote: "mening", Grounds: [Opinion], Reason: "Intern beraad."));
        Judge(life, new AssessDocument(Doc3, Judgement.PartlyPublic, [Opinion], "Intern beraad."));

        var change = Changes(life).Single(row => row.IsAny);

        (change.Before, change.Now).ShouldBe((Judgement.NotPublic, Judgement.PartlyPublic));
        change.Passages.ShouldAllBe(passage => passage.IsNew && passage.Before == Treatment.Withheld && passage.GroundsBefore.SequenceEqual(new[] { State }));
        DecisionChangesWording.OfDocument(change).ShouldBe("was niet openbaar en wordt gedeeltelijk openbaar.");
        DecisionChangesWording.OfPassages(change)[0].ShouldBe("Alsnog openbaar wordt één passage op bladzijde 1.");
    }

    [Fact]
    public void Of_WholeWithheldOnAnotherGround_IsAChange()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessDocument(Doc3, Judgement.NotPublic, [Opinion], "Intern beraad."));

        DecisionChangesWording.OfDocument(Changes(life).Single(row => row.IsAny))
            .ShouldBe("blijft niet openbaar, nu op grond van artikel 11, eerste lid, van de Wob in plaats van artikel 10, eerste lid, aanhef en onder b, van de Wob.");
    }

    [Fact]
    public void Of_PassageWithheldSince_IsToldAsNoLongerPublic()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessPassage(Doc1, 1, Treatment.Withheld, Quote: "naam", Grounds: [Privacy], Reason: "Levenssfeer."));

        DecisionChangesWording.OfPassages(Changes(life).Single(row => row.IsAny))
            .ShouldBe(["Niet langer openbaar is één passage op bladzijde 1, op grond van artikel 10, tweede lid, aanhef en onder e, van de Wob."]);
    }

    [Fact]
    public void Of_DocumentAddedOrDroppedSince_HasOneSideAlone()
    {
        var life = AnnouncedOnce();
        Judge(life, new AddDocument("Nagekomen nota"));
        Judge(life, new AssessDocument(Doc4, Judgement.Public));
        Judge(life, new DropDocument(Doc1, "Bij nader inzien buiten het verzoek."));

        var all = Changes(life);

        DecisionChangesWording.OfDocument(all.Single(row => row.DocumentId == Doc4)).ShouldBe("is voor het eerst beoordeeld en wordt geheel openbaar.");
        DecisionChangesWording.OfDocument(all.Single(row => row.DocumentId == Doc1)).ShouldBe("maakt van dit besluit geen deel meer uit.");
        all.Single(row => row.DocumentId == Doc1).Passages.ShouldBeEmpty();
    }

    [Fact]
    public void Of_DecisionThatWasTaken_StaysWhatItWasThen()
    {
        var life = AnnouncedOnce();
        Judge(life, new AssessPassage(Doc2, 1, Treatment.Disclosed, new PassageId(1)));
        life.Decide(Later, new DraftDecision(DecisionKind.Supplementary, Supplements: Decision1));
        var then = DecisionChanges.Of(life.Case, life.Case.Decisions[Decision2]!);

        Judge(life, new AssessPassage(Doc2, 2, Treatment.Disclosed, new PassageId(2)), "2018-10-01");

        Same(DecisionChanges.Of(life.Case, life.Case.Decisions[Decision2]!), then);
        life.Take("2018-10-01", new DraftDecision(DecisionKind.Amending, Supplements: Decision2));
        DecisionChanges.Of(life.Case, life.Case.Decisions.Last()).Single(row => row.IsAny).Passages.Where(p => p.IsDisclosedNow).Select(p => p.PassageId)
            .ShouldBe([new PassageId(2)]);

        static void Same(IEnumerable<DocumentChange> one, IEnumerable<DocumentChange> other) => one.Select(Told).ShouldBe(other.Select(Told));
        static string Told(DocumentChange row) => $"{row.DocumentId} {row.Before} {row.Now} {string.Join(';', DecisionChangesWording.OfPassages(row))}";
    }

    /// <summary>The first public, the second with three passages withheld, the third withheld as a whole; decided upon once.</summary>
    private static NewLife AnnouncedOnce()
    {
        var life = Reviewed("2018-05-22");
        Judge(life, new AssessPassage(Doc2, 2, Treatment.Withheld, Quote: "dienst", Grounds: [State], Reason: "Werkwijze."), "2018-05-22");
        Judge(life, new AssessPassage(Doc2, 3, Treatment.Withheld, Quote: "naam", Grounds: [Privacy], Reason: "Levenssfeer."), "2018-05-22");
        Judge(life, new AddDocument("Bijlage"), "2018-05-22");
        Judge(life, new AssessDocument(Doc3, Judgement.NotPublic, [State], "Werkwijze."), "2018-05-22");
        life.Decide(First, new DraftDecision(DecisionKind.Primary));
        return life;
    }

    private static void Judge<TStep>(NewLife life, TStep step, string on = Later)
        where TStep : IStep<Case, TStep> => life.Take(on, step);

    private static System.Collections.Immutable.ImmutableArray<DocumentChange> Changes(NewLife life)
    {
        life.Take(Later, new DraftDecision(DecisionKind.Supplementary, Supplements: Decision1));
        return DecisionChanges.Of(life.Case, life.Case.Decisions.Last());
    }
}
