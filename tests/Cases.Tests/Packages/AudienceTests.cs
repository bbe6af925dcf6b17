namespace WobWorkflow.Cases.Tests;

/// <summary>What goes to an agency, to a third party and to a judge, and who may have it.</summary>
public sealed class AudienceTests
{
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly StoredContent Rendition = new(new string('f', 64), "application/pdf", ".pdf", 900, 3, null, null);

    [Fact]
    public void Plan_ForAnAgency_HoldsWhatIsPutToItAndNothingBeside()
    {
        var plan = PackagePlan.Of(Consulted().Case, PackageKind.Consultation, "consultation-1", Day);

        plan.Documents.Select(document => document.Id).ShouldBe([Given.Doc2]);
        plan.GoingIn.ShouldHaveSingleItem().Answer.ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.Original);
        plan.Files.ShouldHaveSingleItem().Kind.ShouldBe(PackageFileKind.Overview);
    }

    [Theory]
    [InlineData(Audience.Agency)]
    [InlineData(Audience.Court)]
    public void Gate_StateSecret_TravelsByAnotherWay(Audience audience) =>
        Gate(Changed(Filed(Given.ACaseInCollection().Case), d => d with { Marking = Marking.StgConfidentieel }), audience, "consultation-1").ShouldBe(new StaysOut("state-secret-elsewhere"));

    [Theory]
    [InlineData(Audience.Agency)]
    [InlineData(Audience.Court)]
    public void Gate_ContentThatIsNotKeptHere_TravelsByAnotherWay(Audience audience) =>
        Gate(Given.ACaseInCollection().Case, audience, "consultation-1").ShouldBe(new StaysOut("content-elsewhere"));

    [Theory]
    [InlineData(Audience.Agency)]
    [InlineData(Audience.ThirdParty)]
    [InlineData(Audience.Court)]
    public void Gate_DocumentOfAnotherCase_IsStopped(Audience audience) =>
        new OutgoingGate(Filed(Given.ACaseInCollection().Case), audience, "view-1", Day).Of(Filed(Given.ACaseInCollection().Case).Documents[Given.Doc2]! with { SpecialRegime = true })
            .ShouldBe(new Stopped("not-of-this-case"));

    [Fact]
    public void Gate_ThirdParty_GetsTheProposedRedactions()
    {
        var c = Viewed().Case;
        var rendered = new RedactionRendered(Given.Doc2, Rendition, Redactions.BasisOf(c, c.Documents[Given.Doc2]!), "key").ApplyTo(c, new Entry(999, Life.TenOClock(Day), Day, "engine"));

        Gate(c, Audience.ThirdParty, "view-1").ShouldBe(new Stopped("rendition-missing"));
        Gate(rendered, Audience.ThirdParty, "view-1").ShouldBe(new GoesIn(Rendition, DocumentVersion.Rendition));
    }

    [Fact]
    public void Gate_ThirdParty_WhatAnotherPartyIsAskedOf_IsStoppedUntilThatPartyDoesNotObject()
    {
        var life = Viewed(Judgement.Public).With(new AskView([Given.Doc2], "Uw prijzen", new(2022, 2, 4), Name: "Concurrent BV"), Day, Persons.Handler);

        Gate(life.Case, Audience.ThirdParty, "view-1").ShouldBe(new Stopped("concerns-another-party"));
        var heard = life.Sent(LetterKind.ThirdPartyViewRequest, "view-2", Day).With(new RecordView(new(2), ViewDrift.NoObjection), new(2022, 1, 25), Persons.Handler);
        Gate(heard.Case, Audience.ThirdParty, "view-1").ShouldBeOfType<GoesIn>();
    }

    [Fact]
    public void Gate_ThirdParty_WhatIsNotJudgedYet_IsStopped() => Gate(Viewed(judgement: null).Case, Audience.ThirdParty, "view-1").ShouldBe(new Stopped("not-assessed"));

    [Fact]
    public void Gate_ThirdParty_WhatIsRefused_StaysOut() => Gate(Viewed(Judgement.NotPublic).Case, Audience.ThirdParty, "view-1").ShouldBe(new StaysOut("not-public"));

    [Fact]
    public void Gate_ThirdParty_WhatIsMarked_IsStopped() =>
        Gate(Changed(Viewed(Judgement.Public).Case, d => d with { Marking = Marking.DepartementaalVertrouwelijk }), Audience.ThirdParty, "view-1").ShouldBe(new Stopped("marking-not-lifted"));

    [Fact]
    public void Plan_ForTheJudge_HoldsOriginalsOfWhatIsSealed()
    {
        var plan = PackagePlan.Of(Sealed().Case, PackageKind.Court, "court-bundle-1", Day);

        plan.GoingIn.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            planned => planned.Id.ShouldBe(Given.Doc2),
            planned => planned.Answer.ShouldBe(new GoesIn(Given.AFile().Content!, DocumentVersion.Original)));
    }

    [Fact]
    public void AskPackage_ForTheJudge_IsForWhoLitigatesAlone()
    {
        var step = new AskPackage(PackageKind.Court, CourtBundleId: new(1));

        Sealed().Try(step, new(2022, 3, 20), Persons.Handler).ShouldBeForbidden("role-not-allowed");
        Sealed().Try(step, new(2022, 3, 20), Persons.Coordinator).ShouldBeForbidden("role-not-allowed");
        Sealed().Try(step, new(2022, 3, 20), Persons.Litigator).ShouldGive<PackageAsked>();
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    /// <summary>An access class of its own: who litigates has it, who supervises knows of it, and to everybody else it isn't there.</summary>
    [Theory]
    [MemberData(nameof(Roles))]
    public void PackageAccess_ToWhatOnlyTheJudgeMaySee_PerRole(Role role)
    {
        var life = Made(Sealed().With(new AskPackage(PackageKind.Court, CourtBundleId: new(1)), new(2022, 3, 20), Persons.Litigator));
        var package = life.Case.Packages.Single();
        var actor = new Actor("x", [role], new Agency("AIVD"), Marking.StgZeerGeheim);

        PackageAccess.MayKnow(life.Case, package, actor).ShouldBe(role is Role.Litigator or Role.Auditor);
        PackageAccess.MayFetch(life.Case, package, actor).ShouldBe(role == Role.Litigator);
        CourtBundles.MayRead(life.Case, life.Case.CourtBundles.Single(), actor).ShouldBe(role == Role.Litigator);
    }

    [Fact]
    public void PackageAccess_BelowTheMarking_IsNobodys()
    {
        var life = Made(Sealed().With(new AskPackage(PackageKind.Court, CourtBundleId: new(1)), new(2022, 3, 20), Persons.Litigator));
        var c = Changed(life.Case, d => d with { Marking = Marking.DepartementaalVertrouwelijk });

        PackageAccess.MayFetch(c, c.Packages.Single(), Persons.Litigator).ShouldBeFalse();
        PackageAccess.MayFetch(c, c.Packages.Single(), Persons.Litigator with { Clearance = Marking.DepartementaalVertrouwelijk }).ShouldBeTrue();
    }

    [Fact]
    public void PackageAccess_OfAnAgency_IsItsOwnFromTheDispatch()
    {
        var made = Made(Consulted().With(new AskPackage(PackageKind.Consultation, ConsultationId: Given.Consultation1), Day, Persons.Handler));
        var sent = made.Sent(LetterKind.ConsultationRequest, "consultation-1", Day);

        PackageAccess.MayFetch(made.Case, made.Case.Packages.Single(), Persons.LiaisonOf("AIVD")).ShouldBeFalse();
        sent.Case.Consultations.Single().SentPackage.ShouldBe(new PackageId(1));
        PackageAccess.MayFetch(sent.Case, sent.Case.Packages.Single(), Persons.LiaisonOf("AIVD")).ShouldBeTrue();
        PackageAccess.MayKnow(sent.Case, sent.Case.Packages.Single(), Persons.LiaisonOf("MIVD")).ShouldBeFalse();
        sent.Try(new FetchPackage(new(1)), Day, Persons.LiaisonOf("MIVD")).ShouldBeUnknown("package-not-found");
        sent.Try(new FetchPackage(new(1)), Day, Persons.LiaisonOf("AIVD")).ShouldGive<PackageFetched>().Sha256.ShouldBe(new string('c', 64));
    }

    [Fact]
    public void RecordDispatch_PackageThatIsOutdated_IsRefused()
    {
        var made = Made(Consulted().With(new AskPackage(PackageKind.Consultation, ConsultationId: Given.Consultation1), Day, Persons.Handler));
        var signed = made.With(new SignLetter(made.Letter(LetterKind.ConsultationRequest, "consultation-1").Id), Day, Persons.Handler);
        var dispatch = new RecordDispatch(signed.Letter(LetterKind.ConsultationRequest, "consultation-1").Id, Channel.Email);

        signed.With(Given.Withholding(Given.Doc2, Given.StateSecurity), Day, Persons.Reviewer).Try(dispatch, Day, Persons.Handler).ShouldBeRefused("package-outdated", "Awb 3:41");
        // What is judged of other documents is nothing to this agency.
        signed.With(Given.Withholding(Given.Doc1, Given.StateSecurity), Day, Persons.Reviewer).Try(dispatch, Day, Persons.Handler).ShouldGive<LetterDispatched>();
    }

    [Fact]
    public void AddArtifact_NamedAsThePackagesAre_IsInvalid() =>
        Given.ACaseInCollection().Try(new AddArtifact("court-bundle") { Content = Given.AFile().Content }, Day, Persons.Handler).ShouldBeInvalid("kind", "kind-reserved");

    private static GateAnswer Gate(Case c, Audience audience, string about) => new OutgoingGate(c, audience, about, Day).Of(c.Documents[Given.Doc2]!);

    private static Life Consulted() => Filed(Given.ACaseWithAskedConsultation());

    /// <summary>A case in which a third party is asked about a document of which something is to be withheld.</summary>
    private static Life Viewed(Judgement? judgement = Judgement.PartlyPublic)
    {
        var life = Filed(Given.ACaseInCollection());
        life = judgement switch
        {
            null => life,
            Judgement.PartlyPublic => life.With(Given.Withholding(Given.Doc2, Given.StateSecurity), Day, Persons.Reviewer),
            Judgement.Public => life.With(new AssessDocument(Given.Doc2, Judgement.Public), Day, Persons.Reviewer),
            { } other => life.With(new AssessDocument(Given.Doc2, other, [Given.StateSecurity], "Werkwijze."), Day, Persons.Reviewer),
        };
        return life.With(new AskView([Given.Doc2], "Uw product", new(2022, 2, 4), Name: "Kaspersky Lab BV"), Day, Persons.Handler);
    }

    private static Life Sealed()
    {
        var life = Filed(Given.ADispatchedDecision())
            .With(new LodgeRemedy(RemedyKind.DirectAppeal, RemedyParty.Requester, Given.Decision1), new(2022, 3, 15), Persons.Litigator);
        return life.With(new RequestLimitedKnowledge(life.Case.Remedies.Last().Id, "De passages geven inzicht in de werkwijze."), new(2022, 3, 16), Persons.Litigator);
    }

    private static Life Made(Life life)
    {
        var package = life.Case.Packages.Last();
        return life.Happened(
            new PackageFinished(
                package.Id, life.Case.Artifacts.NextId, "package-1-run", new string('c', 64), "application/zip", ".zip", 5000, PackagePlan.Of(life.Case, package.Kind, package.About, Day).Basis,
                new string('d', 64), 2, 1, [], 0),
            Life.TenOClock(Day), Day, Actor.Engine.Id);
    }

    private static Life Filed(Life life) => life with { Case = Filed(life.Case) };

    private static Case Filed(Case c) => Changed(c, document => document with { Content = Given.AFile().Content });

    private static Case Changed(Case c, Func<Document, Document> change) => c with { Documents = c.Documents.With(Given.Doc2, change) };
}
