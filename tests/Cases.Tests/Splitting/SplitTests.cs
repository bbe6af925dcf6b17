using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>A request that is split is still one request: nothing of it is lost, and no term begins anew.</summary>
public sealed class SplitTests
{
    private static readonly DateOnly Day = new(2022, 1, 20);

    [Fact]
    public void Split_CarriesTheRequestAndTheChosenDocuments()
    {
        var old = Given.ACaseInCollection().With(Splitting(Given.Doc2), Day, Persons.Handler);
        var split = old.Case.Intake.Splits.ShouldHaveSingleItem();
        var c = Founded(old).Case;

        c.Id.ShouldBe(split.CaseId);
        (c.Request!.ReceivedOn, c.Request.Text, c.Request.RegisteredBy).ShouldBe((Given.ReceivedOn, old.Case.Request!.Text, Persons.Coordinator.Id));
        c.Request.Subject.Text.ShouldBe("de inkoop");
        c.Parties[c.Request.Requester]!.Details.ShouldBe(old.Case.Parties[old.Case.Request.Requester]!.Details);
        (c.Intake.Handler, c.Intake.Qualification).ShouldBe((Persons.Handler.Id, Qualification.PublicInformation));
        (c.Origin!.CaseId, c.Origin.On).ShouldBe((old.Case.Id, Day));
        var carried = c.Documents.ShouldHaveSingleItem();
        (carried.Id, carried.Title, carried.Kind, carried.InScope).ShouldBe((Given.Doc1, old.Case.Documents[Given.Doc2]!.Title, DocumentKind.Memo, true));
        (old.Case.Documents[Given.Doc2]!.InScope, old.Case.Documents[Given.Doc2]!.MovedTo).ShouldBe((false, split.CaseId));
        old.Case.Documents[Given.Doc1]!.InScope.ShouldBeTrue();
    }

    [Fact]
    public void Split_Twice_MakesTwoCases_EachAlwaysTheSame()
    {
        var old = Given.ACaseInCollection().With(Splitting(), Day, Persons.Handler).With(Splitting(), Day, Persons.Handler);

        old.Case.Intake.Splits.Select(split => split.CaseId).ShouldBe([CaseReference.OfSplit("case-1", 1), CaseReference.OfSplit("case-1", 2)]);
        CaseReference.OfSplit("case-1", 1).ShouldMatch("^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$");
        CaseReference.OfSplit("case-1", 1).ShouldNotBe(CaseReference.OfSplit("case-1", 2));
        CaseReference.OfSplit("case-2", 1).ShouldNotBe(CaseReference.OfSplit("case-1", 1));
    }

    /// <summary>Whatever was extended and suspended before, both cases are due on the same day.</summary>
    [Fact]
    public void Split_AfterAnyCourse_GivesNoOtherTerm() => Gen.Select(Gen.Int[0, 20], Gen.Int[0, 9], Gen.Bool, Gen.Int[1, 14]).Sample((wait, suspended, extended, days) =>
    {
        var life = Given.ACaseInCollection();
        var on = new DateOnly(2022, 1, 14).AddDays(wait % 6);
        life = life.With(new AskClarification("Welke periode?", on.AddDays(14)), on, Persons.Handler).Sent(LetterKind.ClarificationRequest, "clarification-1", on);
        if (suspended > 0)
            life = life.With(new RecordClarification(Given.Clarification1, "Alles."), on.AddDays(suspended), Persons.Handler);
        life = life.With(new Suspend(SuspensionGround.RequesterAgreed, "Afgesproken.", on.AddDays(days)), on, Persons.Handler);
        if (extended)
            life = life.With(new ExtendTerm(days, "Omvangrijk."), on, Persons.Handler).Sent(LetterKind.ExtensionNotice, "extension", on);
        var old = life.With(Splitting(Given.Doc1), on.AddDays(10), Persons.Handler);

        foreach (var today in (DateOnly[])[on.AddDays(10), on.AddDays(30), on.AddDays(200)])
        {
            var (there, here) = (old.Term("decision", today), Founded(old).Term("decision", today));
            (here.StartedOn, here.Nominal, here.Due, here.State).ShouldBe((there.StartedOn, there.Nominal, there.Due, there.State));
        }
    });

    [Fact]
    public void Split_Proof_SaysThatNoTermBegan()
    {
        var old = Given.ACaseInCollection().With(Splitting(), Day, Persons.Handler);
        var trail = Founded(old).Term("decision", Day).Trail;

        trail[0].Nl.ShouldContain("afgesplitst van zaak case-1");
        trail[^1].Nl.ShouldContain("Geen nieuwe termijn");
        old.Term("decision", Day).Trail.ShouldNotContain(line => line.Nl.Contains("afgesplitst", StringComparison.Ordinal));
    }

    [Fact]
    public void Split_OfWhatWasConfirmedAndAsked_OwesOnlyTheNotice()
    {
        var life = Given.ACaseWithDispatchedClarification().Sent(LetterKind.ReceiptConfirmation, "request", new(2022, 1, 14));
        life = life.With(new ExtendTerm(7, "Omvangrijk."), Day, Persons.Handler).Sent(LetterKind.ExtensionNotice, "extension", Day);
        var founded = Founded(life.With(Splitting(), Day, Persons.Handler));

        OwedLetters.Of(founded.Case).Select(owed => owed.Kind).ShouldBe([LetterKind.SplitNotice]);
        founded.Case.Origin!.ReceiptConfirmedOn.ShouldBe(new DateOnly(2022, 1, 14));
        // The answer ends the suspension there too.
        founded.With(new RecordClarification(Given.Clarification1, "Alles."), Day, Persons.Handler).Term("decision", Day).State.ShouldBe(TermState.Running);
        founded.Term("decision", Day).State.ShouldBe(TermState.Suspended);
    }

    [Fact]
    public void Split_OfASplitCase_KeepsTheDayOfConfirmation()
    {
        var life = Given.ACaseInCollection().Sent(LetterKind.ReceiptConfirmation, "request", new(2022, 1, 12)).With(Splitting(), Day, Persons.Handler);
        var again = Founded(life).With(Splitting(), Day, Persons.Handler);

        Founded(again).Case.Origin!.ReceiptConfirmedOn.ShouldBe(new DateOnly(2022, 1, 12));
    }

    [Fact]
    public void Split_OwesTheFoundingOnce()
    {
        var old = Given.ACaseInCollection().With(Splitting(), Day, Persons.Handler);

        old.Agenda(Life.TenOClock(Day)).Due.OfType<FoundSplitCase>().ShouldHaveSingleItem().Number.ShouldBe(1);
        Engine.Perform(old, Life.TenOClock(Day), duty => duty is FoundSplitCase).Agenda(Life.TenOClock(Day)).Due.OfType<FoundSplitCase>().ShouldBeEmpty();
        // A case that is there is not begun again.
        CaseSplitOff.Decide(Founded(old).Case, "case-1", old.Case.Intake.Splits[0]).ShouldBeOfType<Accepted>().Events.ShouldBeEmpty();
    }

    [Fact]
    public void Split_WhatMustStay_IsRefused()
    {
        Given.ACaseWithOpenConsultation().Try(Splitting(Given.Doc2), Day, Persons.Handler).ShouldBeRefused("document-asked-about");
        Given.ACaseInCollection().Try(Splitting(new DocumentId(9)), Day, Persons.Handler).ShouldBeUnknown("document-not-found");
        Given.ADecisionAwaitingApproval().Try(Splitting(), new(2022, 2, 22), Persons.Handler).ShouldBeRefused("decision-pending");
        Given.ADispatchedDecision().Try(Splitting(), new(2022, 3, 7), Persons.Handler).ShouldBeRefused("already-decided");
        var asked = Given.ACaseInCollection().With(new AskView([Given.Doc1], "Uw gegevens.", Day.AddDays(14), Name: "Derde BV"), Day, Persons.Handler)
            .Sent(LetterKind.ThirdPartyViewRequest, "view-1", Day).Sent(LetterKind.SuspensionNotice, "views-1", Day);
        asked.Try(Splitting(), Day.AddDays(1), Persons.Handler).ShouldBeRefused("views-awaited", "Awb 4:15");
        // Once they were given, their days count in both.
        var given = asked.With(new RecordView(new ViewId(1), ViewDrift.NoObjection), Day.AddDays(5), Persons.Handler).With(Splitting(), Day.AddDays(6), Persons.Handler);
        Founded(given).Term("decision", Day.AddDays(6)).Due.ShouldBe(given.Term("decision", Day.AddDays(6)).Due);
        Founded(given).Case.Intake.SuspendedBefore.ShouldHaveSingleItem();
    }

    private static Split Splitting(params DocumentId[] documents) =>
        new("de inkoop", "Alles over de inkoop.", "Dat deel kan eerder worden afgerond.", Documents: [.. documents]);

    /// <summary>The case that was split off last, as the engine founds it.</summary>
    private static Life Founded(Life old)
    {
        var split = old.Case.Intake.Splits[^1];
        var begun = CaseSplitOff.Decide(Case.Blank(split.CaseId), old.Case.Id, split).ShouldGive<CaseSplitOff>();
        return Engine.Record(new Life(Case.Blank(split.CaseId), old.Facts, []), begun, Life.TenOClock(split.On));
    }
}
