namespace WobWorkflow.Cases.Tests;

/// <summary>What one reader gets of a document that also holds what is another's.</summary>
public sealed class ReaderRenditionTests
{
    private static readonly DateOnly Day = new(2022, 1, 20);
    private static readonly DateOnly Later = new(2022, 2, 4);
    private static readonly PersonId Albert = new(2);
    private static readonly PersonId Berg = new(3);
    private static readonly PassageId OfAlbert = new(1);
    private static readonly PassageId OfBerg = new(2);
    private static readonly PassageId Withheld = new(3);

    [Fact]
    public void Reader_OfADocumentThatAnotherIsAskedAboutToo_GetsNothingUntilItIsSaidWhatIsWhose()
    {
        var life = Asked();
        Gate(life, "view-1").ShouldBe(new Stopped("concerns-another-party"));
        Package(life, 1).ShouldBeRefused("concerns-another-party").Detail.ShouldStartWith("doc-2: ");

        // What is Albert's says nothing of what is Berg's.
        life = Said(life, Albert, OfAlbert);
        Gate(life, "view-1").ShouldBe(new Stopped("concerns-another-party"));

        life = Said(life, Berg, OfBerg);
        Gate(life, "view-1").ShouldBe(new Stopped("reader-rendition-missing"));
        Package(life, 1).ShouldBeRefused("reader-rendition-missing");
    }

    [Fact]
    public void Reader_DoesNotSeeWhatIsAnothers_AndSeesWhatIsItsOwnOrBoths()
    {
        var life = Divided();
        Hidden(life, "view-1").ShouldBe([OfBerg, Withheld]);
        Hidden(life, "view-2").ShouldBe([OfAlbert, Withheld]);
        ReaderRenditions.HiddenOf(life.Case, Of(life, "view-1"), Document(life)).Select(hidden => hidden.Codes.Single()).ShouldBe([ReaderRenditions.Mark, "10.1b"]);

        var both = Said(life, Albert, OfAlbert, OfBerg);
        Hidden(both, "view-1").ShouldBe([Withheld]);
        Hidden(both, "view-2").ShouldBe([OfAlbert, Withheld]);
    }

    [Fact]
    public void Reader_IsOwedItsOwnRendition_AndEachPackageHoldsThatOne()
    {
        var life = Divided();
        var owed = life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ToList();
        owed.Select(duty => (duty.About, duty.DocumentId, duty.Kind)).ShouldBe([("view-1", Given.Doc2, "render-for-reader"), ("view-2", Given.Doc2, "render-for-reader")]);
        owed.Select(duty => duty.Basis).ShouldBeUnique();

        life = Rendered(life);

        life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ShouldBeEmpty();
        Gate(life, "view-1").ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.ReaderRendition);
        Package(life, 1).ShouldGive<PackageAsked>();
        Package(life, 2).ShouldGive<PackageAsked>();
    }

    [Fact]
    public void Content_ThatMayNotBeHere_LeavesNoReaderARendition_AndNoneIsOwed()
    {
        var life = Rendered(Divided());
        life.Case.ForReaders.ShouldNotBeEmpty();

        life = life.With(new RemoveContent(Given.Doc2, Marking.StgGeheim, "De kluis."), Day, Persons.Handler);

        life.Case.ForReaders.ShouldBeEmpty();
        life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ShouldBeEmpty();
    }

    public static TheoryData<string> Changes => [.. ChangedBy.Keys];

    private static readonly Dictionary<string, (Func<Life, Life> Change, string Code)> ChangedBy = new(StringComparer.Ordinal)
    {
        ["another passage is the other's"] = (life => Said(Said(life, Albert), Berg, OfAlbert, OfBerg), "reader-rendition-outdated"),
        ["a passage came"] = (life => life.With(Disclosing(40), Day, Persons.Reviewer), "attribution-outdated"),
        ["a passage moved"] = (life => life.With(Disclosing(11, OfBerg), Day, Persons.Reviewer), "attribution-outdated"),
        ["a passage is disclosed after all"] = (life => life.With(Disclosing(70, Withheld), Day, Persons.Reviewer), "attribution-outdated"),
        ["a passage is withheld"] = (life => life.With(new AssessPassage(Given.Doc2, 1, Treatment.Withheld, Start: 90, Length: 3, Grounds: [Given.StateSecurity], Reason: "Daarom."), Day, Persons.Reviewer), "reader-rendition-outdated"),
        ["a third party is asked too"] = (life => life.With(new AskView([Given.Doc2], "Uw prijs", Later, Name: "Cornelis BV"), Day, Persons.Handler), "concerns-another-party"),
        ["a duplicate is put to another"] = (life => life.With(new AddDocument("Nog eens", DocumentKind.Memo), Day, Persons.Handler)
            .With(new LinkDocument(new(3), Given.Doc2, DocumentLinkKind.DuplicateOf), Day, Persons.Reviewer)
            .With(new AskView([new(3)], "Uw prijs", Later, Name: "Cornelis BV"), Day, Persons.Handler), "concerns-another-party"),
        ["something is kept from it"] = (life => life.With(new HidePassages([OfAlbert], ViewId: new(1)), Day, Persons.Handler), "reader-rendition-outdated"),
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Rendition_WhenSomethingElseMayBeSeen_IsRefused(string change)
    {
        var life = ChangedBy[change].Change(Rendered(Divided()));

        Gate(life, "view-1").ShouldBe(new Stopped(ChangedBy[change].Code));
        Package(life, 1).ShouldBeRefused(ChangedBy[change].Code);
    }

    [Fact]
    public void Letter_WithAPackageOfWhichTheRenditionIsOutdated_IsNotSent()
    {
        var life = Rendered(Divided()).LettersPrepared(Day).With(new AskPackage(PackageKind.View, ViewId: new(1)), Day, Persons.Handler);
        var package = life.Case.Packages.Last();
        life = life.Happened(
            new PackageFinished(
                package.Id, life.Case.Artifacts.NextId, "package-1-run", new string('c', 64), "application/zip", ".zip", 5000, PackagePlan.Of(life.Case, package.Kind, package.About, Day).Basis,
                new string('d', 64), 2, 1, [], 0),
            Life.TenOClock(Day), Day, Actor.Engine.Id);
        var letter = life.Letter(LetterKind.ThirdPartyViewRequest, "view-1").Id;
        life = life.With(new SignLetter(letter), Day, Persons.Handler);

        life.Try(new RecordDispatch(letter, Channel.Email), Day, Persons.Handler).ShouldGive<LetterDispatched>();
        Said(Said(life, Albert), Berg, OfAlbert, OfBerg).Try(new RecordDispatch(letter, Channel.Email), Day, Persons.Handler).ShouldBeRefused("package-outdated", "Awb 3:41");
    }

    [Fact]
    public void Party_WithoutObjection_HidesNothing_UntilItIsAskedAgain()
    {
        var life = Divided().LettersPrepared(Day).Sent(LetterKind.ThirdPartyViewRequest, "view-2", Day).With(new RecordView(new(2), ViewDrift.NoObjection), new(2022, 1, 25), Persons.Handler);
        Hidden(life, "view-1").ShouldBe([Withheld]);
        Gate(life, "view-1").ShouldBe(new Stopped("rendition-missing"));

        var again = life.With(new AskView([Given.Doc2], "Nog eens", Later, ThirdParty: Berg), new(2022, 1, 26), Persons.Handler);
        Hidden(again, "view-1").ShouldBe([OfBerg, Withheld]);
    }

    /// <summary>As one that joins in an objection: what concerns it is not another's to read, though nobody asks it anything.</summary>
    [Fact]
    public void Party_ThatIsNotAsked_HidesWhatConcernsIt()
    {
        var life = Passages(Filed(Given.ACaseInCollection())).With(new AskView([Given.Doc2], "Uw prijs", Later, Name: "Albert BV"), Day, Persons.Handler);
        life = life with { Case = life.Case with { Parties = life.Case.Parties.Add(new Party(Berg, PartyRole.ThirdParty, new FreeText(new string('b', 64)))) } };

        Hidden(Said(life, Berg, OfBerg), "view-1").ShouldBe([OfBerg, Withheld]);
    }

    [Fact]
    public void Party_ThatIsErased_StillHidesWhatConcernsIt()
    {
        var life = Rendered(Divided());
        var erased = life.Happened(new ErasureBegun(1, new FreeText(new string('a', 64)), Berg, [life.Case.Parties[Berg]!.Details.Hash]), Life.TenOClock(Day), Day, "x");

        Gate(erased, "view-1").ShouldBe(Gate(life, "view-1"));
    }

    [Fact]
    public void Reader_FromWhomNothingIsHidden_GetsThePlainDocument()
    {
        var life = Passages(Filed(Given.ACaseInCollection()), withheld: false).With(new AskView([Given.Doc2], "Uw prijs", Later, Name: "Albert BV"), Day, Persons.Handler);

        Gate(life, "view-1").ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.Original);
        life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ShouldBeEmpty();
    }

    [Fact]
    public void Agency_FromWhomPassagesAreKept_GetsItsOwnRendition()
    {
        var life = Passages(Filed(Given.ACaseWithAskedConsultation()));
        Gate(life, "consultation-1", Audience.Agency).ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.Original);

        life = life.With(new HidePassages([OfBerg], ConsultationId: Given.Consultation1), Day, Persons.Handler);
        Gate(life, "consultation-1", Audience.Agency).ShouldBe(new Stopped("reader-rendition-missing"));
        // What is to be withheld from the public an agency sees: that is what it is asked about.
        Hidden(life, "consultation-1").ShouldBe([OfBerg]);

        life = Rendered(life);
        Gate(life, "consultation-1", Audience.Agency).ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.ReaderRendition);
        Gate(life.With(new HidePassages([], ConsultationId: Given.Consultation1), Day, Persons.Handler), "consultation-1", Audience.Agency).ShouldBeOfType<GoesIn>().Version.ShouldBe(DocumentVersion.Original);
    }

    [Fact]
    public void Agency_WithAStateSecret_GetsNoRenditionOfIt()
    {
        var life = Passages(Filed(Given.ACaseWithAskedConsultation())).With(new HidePassages([OfBerg], ConsultationId: Given.Consultation1), Day, Persons.Handler);
        life = life with { Case = Changed(life.Case, d => d with { Marking = Marking.StgConfidentieel }) };

        Gate(life, "consultation-1", Audience.Agency).ShouldBe(new StaysOut("state-secret-elsewhere"));
        life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ShouldBeEmpty();
    }

    [Fact]
    public void Gate_ReaderOfSomethingElse_IsStopped()
    {
        var life = Passages(Filed(Given.ACaseInCollection())).With(new AskView([Given.Doc1], "Uw prijs", Later, Name: "Albert BV"), Day, Persons.Handler);

        Gate(life, "view-1").ShouldBe(new Stopped("not-put-to-reader"));
        Gate(life, "view-9").ShouldBe(new Stopped("not-put-to-reader"));
        Gate(life, "consultation-9", Audience.Agency).ShouldBe(new Stopped("not-put-to-reader"));
    }

    [Fact]
    public void AttributePassages_ThatDontBelongTogether_AreRefused()
    {
        var life = Asked();
        Outcome Try(AttributePassages step) => life.Try(step, Day, Persons.Handler);

        Try(new(new(1), [Given.Doc2])).ShouldBeUnknown("person-not-found", "Awb 4:8");
        Try(new(Albert, [new(9)])).ShouldBeUnknown("document-not-found", "Awb 4:8");
        Try(new(Albert, [Given.Doc1], [OfAlbert])).ShouldBeInvalid("passages", "passage-not-in-documents", "Awb 4:8");
        Try(new(Albert, [Given.Doc2, Given.Doc2])).ShouldBeInvalid("documents", "documents-doubled", "Awb 4:8");
        Try(new(Albert, [Given.Doc2], [OfAlbert, OfAlbert])).ShouldBeInvalid("passages", "passages-doubled", "Awb 4:8");
        Said(life, Albert, OfAlbert).Try(new AttributePassages(Albert, [Given.Doc2], [OfAlbert]), Day, Persons.Handler).ShouldBeRefused("nothing-to-change", "Awb 4:8");
        Given.ACaseInCollection().Try(new AttributePassages(Albert, [Given.Doc2]), Day, Persons.Handler).ShouldBeRefused("no-third-party", "Awb 4:8");
    }

    [Fact]
    public void HidePassages_FromNobodyOrOfNothing_IsRefused()
    {
        var life = Asked();
        life.Try(new HidePassages([OfBerg]), Day, Persons.Handler).ShouldBeInvalid("viewId", "reader-unclear");
        life.Try(new HidePassages([OfBerg], ViewId: new(9)), Day, Persons.Handler).ShouldBeUnknown("view-not-found");
        life.Try(new HidePassages([new(9)], ViewId: new(1)), Day, Persons.Handler).ShouldBeInvalid("passages", "passage-not-put");
        life.Try(new HidePassages([], ViewId: new(1)), Day, Persons.Handler).ShouldBeRefused("nothing-to-change");
        Given.ACaseInCollection().Try(new HidePassages([OfBerg], ViewId: new(1)), Day, Persons.Handler).ShouldBeRefused("nobody-asked");
    }

    [Fact]
    public void AddReaderRendition_OfWhatWasInspected_IsCurrent_AndOfAnythingElseRefused()
    {
        var life = Divided();
        AddReaderRendition Adding(string basis) => new(Given.Doc2, "view-1") { Content = Given.AFile('f').Content, Basis = basis };
        var now = ReaderRenditions.BasisOf(life.Case, Of(life, "view-1"), Document(life));

        life.Try(Adding("x"), Day, Persons.Reviewer).ShouldBeRefused("assessed-meanwhile");
        // The other's rendition is another's, whatever it shows.
        life.Try(Adding(ReaderRenditions.BasisOf(life.Case, Of(life, "view-2"), Document(life))), Day, Persons.Reviewer).ShouldBeRefused("assessed-meanwhile");
        var added = life.With(Adding(now), Day, Persons.Reviewer);
        Gate(added, "view-1").ShouldBe(new GoesIn(Given.AFile('f').Content!, DocumentVersion.ReaderRendition));
        added.Try(Adding(now), Day, Persons.Reviewer).ShouldBeRefused("redaction-already-here");
        Asked().Try(Adding(now), Day, Persons.Reviewer).ShouldBeRefused("nothing-to-hide");
    }

    [Fact]
    public void Rendition_ThatCannotBeMade_IsNotTriedAgain_AndSaysSo()
    {
        var life = Divided();
        foreach (var duty in life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>())
            life = Engine.Record(life, new ReaderRenditionNotMade(duty.DocumentId, duty.About, duty.Basis, "no-renderer", duty.Key), Life.TenOClock(Day));

        life.Agenda(Life.TenOClock(Day)).Due.OfType<RenderForReader>().ShouldBeEmpty();
        Package(life, 1).ShouldBeRefused("reader-rendition-not-made");
    }

    [Fact]
    public void Letter_ThatNobodyTouched_IsDraftedAgainWhenItMayListOtherPassages()
    {
        var life = Asked();
        string KeyOf(Life at) => OwedLetters.Of(at.Case).Single(owed => owed is { Kind: LetterKind.ThirdPartyViewRequest, About: "view-1" }).DutyKey;
        var first = KeyOf(life);
        life = life.LettersPrepared(Day);
        var before = life.Letter(LetterKind.ThirdPartyViewRequest, "view-1").Id;

        life = Said(life, Berg, OfBerg);

        life.Case.Letters[before]!.State.ShouldBe(LetterState.Withdrawn);
        // A duty that was performed is never performed again.
        KeyOf(life).ShouldNotBe(first);
        life.LettersPrepared(Day).Letter(LetterKind.ThirdPartyViewRequest, "view-1").Id.ShouldNotBe(before);
    }

    /// <summary>Woo 4.4(5): who objects can go to court before another reads it, also where nobody planned a release.</summary>
    [Fact]
    public void DecisionPackage_OfWhatAPartyObjectsTo_WaitsTwoWeeks()
    {
        var c = Filed(Given.ADispatchedDecision()).Case;
        c = c with
        {
            Documents = c.Documents.With(Given.Doc1, d => d with { Content = Given.AFile().Content }),
            Views = c.Views.Add(new ThirdPartyView(new(1), new(1), Albert, new FreeText(new string('b', 64)), [Given.Doc1], Later, "x", Day, Day, ViewDrift.ObjectsInPart)),
        };
        GateAnswer At(DateOnly on, Audience audience = Audience.Public) => new OutgoingGate(c, audience, "decision-1", on).Of(c.Documents[Given.Doc1]!);

        At(Given.AnnouncedOn.AddDays(14)).ShouldBe(new Stopped("release-too-early"));
        At(Given.AnnouncedOn.AddDays(14), Audience.Requester).ShouldBe(new Stopped("release-too-early"));
        At(Given.AnnouncedOn.AddDays(15)).ShouldBeOfType<GoesIn>();
    }

    private static GateAnswer Gate(Life life, string about, Audience audience = Audience.ThirdParty) => new OutgoingGate(life.Case, audience, about, Day).Of(Document(life));

    private static Outcome Package(Life life, int view) => life.Try(new AskPackage(PackageKind.View, ViewId: new(view)), Day, Persons.Handler);

    private static Document Document(Life life) => life.Case.Documents[Given.Doc2]!;

    private static Reader Of(Life life, string about) => Reader.Of(life.Case, about)!;

    private static IEnumerable<PassageId> Hidden(Life life, string about) => ReaderRenditions.HiddenOf(life.Case, Of(life, about), Document(life)).Select(hidden => hidden.Passage.Id);

    private static Life Said(Life life, PersonId party, params PassageId[] passages) => life.With(new AttributePassages(party, [Given.Doc2], [.. passages]), Day, Persons.Handler);

    private static Life Rendered(Life life) => Engine.Perform(life, Life.TenOClock(Day), duty => duty is RenderForReader);

    /// <summary>Two are asked about one document, and it is known what is whose.</summary>
    private static Life Divided() => Said(Said(Asked(), Albert, OfAlbert), Berg, OfBerg);

    private static Life Asked() => Passages(Filed(Given.ACaseInCollection()))
        .With(new AskView([Given.Doc2], "Uw prijs", Later, Name: "Albert BV"), Day, Persons.Handler)
        .With(new AskView([Given.Doc2], "Uw prijs", Later, Name: "Berg BV"), Day, Persons.Handler);

    private static Life Passages(Life life, bool withheld = true)
    {
        life = life.With(Disclosing(0), Day, Persons.Reviewer).With(Disclosing(10), Day, Persons.Reviewer);
        return withheld
            ? life.With(new AssessPassage(Given.Doc2, 1, Treatment.Withheld, Start: 20, Length: 5, Grounds: [Given.StateSecurity], Reason: "Daarom."), Day, Persons.Reviewer)
            : life;
    }

    private static AssessPassage Disclosing(int start, PassageId? again = null) => new(Given.Doc2, 1, Treatment.Disclosed, again, Start: start, Length: 5);

    private static Life Filed(Life life) => life with { Case = Changed(life.Case, document => document with { Content = Given.AFile().Content }) };

    private static Case Changed(Case c, Func<Document, Document> change) => c with { Documents = c.Documents.With(Given.Doc2, change) };
}
