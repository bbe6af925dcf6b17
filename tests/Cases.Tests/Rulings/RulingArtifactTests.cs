using static WobWorkflow.Cases.Tests.NewLife;

namespace WobWorkflow.Cases.Tests;

public sealed class RulingArtifactTests
{
    private static readonly Organisation Facts = Organisation.Blank(Organisation.TheId);

    [Fact]
    public void Letter_DraftedByTheEngine_IsAnArtifactAndItsFirstVersion()
    {
        var ruling = Prepared();

        ruling.Artifacts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(file => file.Kind.ShouldBe("letter-to-parliament"), file => file.AddedBy.ShouldBe("engine"));
        ruling.Letter!.Versions.ShouldBe([new ArtifactId(1)]);
    }

    [Fact]
    public void Letter_Edited_HoldsFromThenOn()
    {
        var ruling = Take(Prepared(), Edited('b'));

        ruling.Letter!.ShouldSatisfyAllConditions(
            letter => letter.Versions.ShouldBe([new ArtifactId(1), new ArtifactId(2)]), letter => letter.EditedBy.ShouldBe("lot"));
        Refuse(ruling, Edited('b')).Code.ShouldBe("nothing-to-change");
    }

    [Fact]
    public void Letter_DraftedAnew_LeavesTheEditedVersionBehind()
    {
        var ruling = Happen(Take(Take(Prepared(), Edited('b')), Facts2018()), Draft(2, 'c'));

        ruling.Letter!.ShouldSatisfyAllConditions(letter => letter.Versions.ShouldBe([new ArtifactId(3)]), letter => letter.EditedBy.ShouldBeNull());
        ruling.Artifacts.Count.ShouldBe(3);
    }

    [Fact]
    public void Letter_EditedBeforeThereIsADraft_IsRefused()
    {
        Refuse(Confirmed(), Edited('b')).Code.ShouldBe("letter-missing");
        Refuse(Take(Prepared(), Facts2018()), Edited('b')).Code.ShouldBe("letter-missing");
    }

    [Fact]
    public void Letter_EditedAfterParliamentWasInformed_IsRefused()
    {
        var signed = Happen(Happen(Prepared(), new RulingAnswered("case-1", Decision1, Decision2, Day("2022-03-10"))), new ParliamentLetterSigned(ArtifactId.Of(1)), on: "2022-03-10");
        var ruling = Take(signed, new InformParliament("2022Z0001"), "2022-03-11");

        ruling.ParliamentNumber.ShouldBe("2022Z0001");
        Refuse(ruling, Edited('b'), "2022-03-12").Code.ShouldBe("already-informed");
        Take(ruling, File("ruling", ".pdf", 'd'), "2022-03-12").Artifacts.Count.ShouldBe(2);
    }

    [Fact]
    public void Letter_EditedAfterItWasSigned_IsToBeSignedAnew() =>
        Take(Happen(Prepared(), new ParliamentLetterSigned(ArtifactId.Of(1))), Edited('b')).Letter!.SignedBy.ShouldBeNull();

    [Fact]
    public void Letter_ComesBackAsWord()
    {
        var refused = Refuse(Prepared(), File("letter-to-parliament", ".pdf", 'b'));

        (refused.Code, refused.Kind).ShouldBe(("not-a-docx", RefusalKind.Invalid));
    }

    [Fact]
    public void File_ThatIsMissing_IsAsked() => Refuse(Confirmed(), new AddRulingArtifact("ruling")).Field.ShouldBe("file");

    private static AddRulingArtifact Edited(char content) => File("letter-to-parliament", ".docx", content);

    private static AddRulingArtifact File(string kind, string extension, char content) =>
        new(kind) { Content = new StoredContent(new string(content, 64), "application/x", extension, 10, null, null, null) };

    private static DraftLetter Facts2018() => new(
        "voorzorgsmaatregel", "het kabinet", 2018, "om het gebruik uit te faseren", "https://open.overheid.nl/1", [new DocumentToReport("Dreigingsanalyse", "een analyse")]);

    private static ParliamentLetterPrepared Draft(int revision, char content) =>
        new(revision, new string(content, 64), "application/docx", ".docx", 1, $"parliament-letter:{revision}");

    private static Ruling Confirmed()
    {
        var registered = Take(Ruling.Blank("ruling-1"), new RegisterRuling(
            "RVS", RulingKind.Final, Day("2022-01-26"), [new RulingRowPayload("202003618/1/A3", "case-1", Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision])]));
        return Take(Happen(registered, new RulingReachedCase("case-1", Decision1, "apply")), new ConfirmScope());
    }

    private static Ruling Prepared() => Happen(Take(Confirmed(), Facts2018()), Draft(1, 'a'));

    private static Ruling Take<TStep>(Ruling ruling, TStep step, string on = "2022-02-02")
        where TStep : IStep<Ruling, TStep>
    {
        var outcome = Decide(ruling, step, on);
        return outcome.ShouldBeOfType<Accepted>((outcome as Refused)?.Code).Events.Aggregate(ruling, (now, happened) => Happen(now, happened, "lot", on));
    }

    private static Refused Refuse<TStep>(Ruling ruling, TStep step, string on = "2022-02-02")
        where TStep : IStep<Ruling, TStep> => Decide(ruling, step, on).ShouldBeOfType<Refused>();

    private static Outcome Decide<TStep>(Ruling ruling, TStep step, string on)
        where TStep : IStep<Ruling, TStep> => StepDefinition<Ruling>.Of<TStep>().Decide(
            ruling, step, new At(LocalTime.MorningOf(Day(on)), Day(on), new Actor("lot", [Role.Litigator]), Facts, [.. new byte[32]]));

    private static Ruling Happen(Ruling ruling, Event happened, string by = "engine", string on = "2022-02-02") =>
        ruling.Apply(EventJson.Read(EventJson.Write(happened)), new Entry(1, LocalTime.MorningOf(Day(on)), Day(on), by));
}
