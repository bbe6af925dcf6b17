namespace WobWorkflow.Cases.Tests;

/// <summary>The life of a package: asked for, made, bound to what was signed, outdated.</summary>
public sealed class PackageTests
{
    private static readonly DateOnly Day = new(2022, 3, 4);
    private static readonly AskPackage Step = new(PackageKind.Decision, Given.Decision1);

    [Fact]
    public void AskPackage_OfADraft_IsRefused() => Given.ADraftDecision().Try(Step, Day, Persons.Handler).ShouldBeRefused("no-decision-submitted");

    [Fact]
    public void AskPackage_WithoutADecision_SaysWhichFieldIsMissing() =>
        Given.ADecisionTaken().Try(new AskPackage(PackageKind.Decision), Day, Persons.Handler).ShouldBeOfType<Refused>().Field.ShouldBe("decisionId");

    [Fact]
    public void AskPackage_OfADecision_IsMade() => Asked(Given.ADecisionTaken()).Case.Packages.ShouldHaveSingleItem().State.ShouldBe(PackageState.Making);

    [Fact]
    public void AskPackage_WhileItIsMade_GivesTheSame() => Asked(Asked(Given.ADecisionTaken())).Case.Packages.Count.ShouldBe(1);

    [Fact]
    public void AskPackage_OfTheSameBasis_GivesTheSame() => Asked(Finished(Asked(ADecisionOnPaper()))).Case.Packages.Count.ShouldBe(1);

    [Fact]
    public void AskPackage_AfterSomethingWasMissing_MakesAnother() =>
        Asked(Finished(Asked(ADecisionOnPaper()), new PackageMissing("doc-1", "not-clean"))).Case.Packages.Count.ShouldBe(2);

    [Fact]
    public void AskPackage_ForAnotherAudience_MakesAnother() =>
        Asked(Given.ADecisionTaken()).With(Step with { Kind = PackageKind.DecisionPublic }, Day, Persons.Handler).Case.Packages.Count.ShouldBe(2);

    [Fact]
    public void AskPackage_AfterTheDocumentsWereJudgedAnew_IsRefused()
    {
        var life = Given.ADecisionTaken();
        var judged = life with
        {
            Case = life.Case with
            {
                Documents = life.Case.Documents.With(Given.Doc1, document => document with { Assessment = document.Assessment! with { Judgement = Judgement.NotPublic } }),
            },
        };

        judged.Try(Step, Day, Persons.Handler).ShouldBeRefused("decision-overtaken");
    }

    [Fact]
    public void Plan_OfADecision_HoldsItsLetterAndAnnexesInOrder() =>
        PackagePlan.Of(ADecisionOnPaper().Case, PackageKind.Decision, "decision-1", Day).Files.Select(file => (file.Name, file.Kind, file.Stopped)).ShouldBe(
        [
            ("besluit", PackageFileKind.Letter, null), ("wetsartikelen", PackageFileKind.Articles, null),
            ("inventarislijst", PackageFileKind.InventoryWorkbook, null), ("inventarislijst", PackageFileKind.InventoryCsv, null),
        ]);

    [Fact]
    public void Plan_Documents_AreNamedByNumberAlone() =>
        PackagePlan.Of(ADecisionOnPaper().Case, PackageKind.Decision, "decision-1", Day).GoingIn.ShouldHaveSingleItem().Name.ShouldBe("documenten/0001");

    [Fact]
    public void Plan_ForEverybody_TakesTheAnonymisedLetter()
    {
        var life = ADecisionOnPaper();

        var letter = PackagePlan.Of(life.Case, PackageKind.DecisionPublic, "decision-1", Day).Files[0];

        (letter.ArtifactId, letter.Stopped).ShouldBe((life.DecisionLetter.Anonymised, life.DecisionLetter.Anonymised is null ? "anonymised-missing" : null));
        letter.ArtifactId.ShouldNotBe(life.DecisionLetter.Versions[^1]);
    }

    [Fact]
    public void Plan_OfTheSameCase_HasTheSameBasis() =>
        PackagePlan.Of(ADecisionOnPaper().Case, PackageKind.Decision, "decision-1", Day).Basis.ShouldBe(PackagePlan.Of(ADecisionOnPaper().Case, PackageKind.Decision, "decision-1", Day.AddDays(9)).Basis);

    [Fact]
    public void Changed_AfterASuspension_NamesTheDocuments()
    {
        var life = Finished(Asked(ADecisionOnPaper()));
        var c = life.Case with { Documents = life.Case.Documents.With(Given.Doc1, document => document with { Release = new DocumentRelease(SuspendedOn: Day) }) };

        Packages.ChangedSince(c, c.Packages.Last(), Day).ShouldBe(["documents"]);
    }

    [Fact]
    public void BindSignedDecision_OfACompletePackage_KeepsBothHashes()
    {
        var life = Signed(Finished(Asked(ADecisionOnPaper())));

        var bound = life.With(new BindSignedDecision(new PackageId(1), life.Case.Artifacts.Last().Id), Day, Persons.Signatory).Case.Packages.Last().Signed.ShouldNotBeNull();

        (bound.Sha256, bound.ManifestSha256, bound.By).ShouldBe((new string('e', 64), new string('d', 64), Persons.Signatory.Id));
    }

    [Fact]
    public void BindSignedDecision_OfAnIncompletePackage_IsNotOffered()
    {
        var life = Signed(Finished(Asked(ADecisionOnPaper()), new PackageMissing("doc-1", "held")));

        life.Try(new BindSignedDecision(new PackageId(1), life.Case.Artifacts.Last().Id), Day, Persons.Signatory).ShouldBeRefused("no-package");
    }

    [Fact]
    public void BindSignedDecision_OfAnOutdatedPackage_IsRefused()
    {
        var life = Signed(Finished(Asked(ADecisionOnPaper())));
        life = life with { Case = life.Case with { Documents = life.Case.Documents.With(Given.Doc1, document => document with { Release = new DocumentRelease(SuspendedOn: Day) }) } };

        life.Try(new BindSignedDecision(new PackageId(1), life.Case.Artifacts.Last().Id), Day, Persons.Signatory).ShouldBeRefused("package-outdated");
    }

    [Fact]
    public void BindSignedDecision_WordFile_IsRefused()
    {
        var life = Signed(Finished(Asked(ADecisionOnPaper())), ".docx");

        life.Try(new BindSignedDecision(new PackageId(1), life.Case.Artifacts.Last().Id), Day, Persons.Signatory).ShouldBeInvalid("artifactId", "not-a-pdf");
    }

    [Fact]
    public void Failed_Package_CanBeAskedForAgain()
    {
        var life = Asked(Given.ADecisionTaken()).Happened(new PackageFailed(new PackageId(1), "artifact-missing"), Life.TenOClock(Day), Day, Actor.Engine.Id);

        life.Case.Packages.Last().State.ShouldBe(PackageState.Failed);
        Asked(life).Case.Packages.Count.ShouldBe(2);
    }

    /// <summary>The decision of <see cref="Given.ADecisionTaken"/> with the file of its public document.</summary>
    private static Life ADecisionOnPaper()
    {
        var life = Given.ADecisionTaken();
        return life with { Case = life.Case with { Documents = life.Case.Documents.With(Given.Doc1, document => document with { Content = Given.AFile().Content }) } };
    }

    private static Life Asked(Life life) => life.With(Step, Day, Persons.Handler);

    private static Life Finished(Life life, params PackageMissing[] missing)
    {
        var basis = PackagePlan.Of(life.Case, PackageKind.Decision, "decision-1", Day).Basis;
        return life.Happened(
            new PackageFinished(
                life.Case.Packages.Last().Id, life.Case.Artifacts.NextId, "package-1-run", new string('c', 64), "application/zip", ".zip", 5000, basis, new string('d', 64), 5, 1, [.. missing], missing.Length),
            Life.TenOClock(Day), Day, Actor.Engine.Id);
    }

    private static Life Signed(Life life, string extension = ".pdf") => life.Happened(
        new ArtifactAdded(life.Case.Artifacts.NextId, "signed-decision", new string('e', 64), "application/pdf", extension, 2000, "decision-1"), Life.TenOClock(Day), Day, Persons.Handler.Id);
}
