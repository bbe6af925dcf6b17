namespace WobWorkflow.Cases.Tests;

/// <summary>Nothing is destroyed before its time, under a hold, or while somebody needs it; after that the log alone remains.</summary>
public sealed class DestroyTests
{
    private static readonly Actor Archivist = new("archivist", [Role.Archivist]);
    private static readonly DateOnly Over = new(2032, 4, 21);
    private static readonly Destroy Step = new("BSD-2032/14");

    [Fact]
    public void Destroy_AfterTheRetention_DeclaresWhatAndOnWhichGround()
    {
        var gone = AClosedCase().With(Step, Over, Archivist).Case.Destruction.ShouldNotBeNull();

        gone.Ground.ShouldSatisfyAllConditions(
            ground => (ground.Category, ground.Years, ground.Of).ShouldBe(("14.1", 10, RequestEnd.Decided)),
            ground => (ground.ClosedOn, ground.RetainedThrough, ground.Authorisation).ShouldBe((new DateOnly(2022, 4, 20), new DateOnly(2032, 4, 20), "BSD-2032/14")),
            ground => (ground.Documents, ground.Letters).ShouldBe((2, 4)));
        (gone.On, gone.By, gone.DoneOn).ShouldBe((Over, Archivist.Id, null));
    }

    [Fact]
    public void Destroy_OnTheLastDayOfTheRetention_IsRefused() => AClosedCase().Try(Step, Over.AddDays(-1), Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("retention-running");

    [Fact]
    public void Destroy_WithoutASelectionList_IsRefused() => Given.AClosedCase().Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("retention-not-set");

    [Fact]
    public void Destroy_OfWhatIsKeptForGood_IsRefused() =>
        Given.AClosedCase().Under(new RetentionSet(RequestEnd.Decided, "14.2", null)).Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("kept-for-good");

    [Fact]
    public void Destroy_OfAnOpenCase_IsRefused()
    {
        Under(Given.ADispatchedDecision()).Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("not-closed");
        AClosedCase().With(new Reopen("Er komt nog iets."), Over, Persons.Coordinator).Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("not-closed");
        // A remedy or a ruling opens it by itself.
        AClosedCase().With(new LodgeRemedy(RemedyKind.Objection, RemedyParty.Requester, Given.Decision1, Excusable: true), Over, Persons.Coordinator)
            .Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("not-closed");
        Engine.Record(AClosedCase(), Given.AnAnnulment(), Life.TenOClock(Over)).Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBeOneOf("not-closed", "decision-owed");
    }

    [Fact]
    public void Destroy_OfACaseInAMatter_AsksToTakeItOutFirst()
    {
        var shared = AClosedCase().With(new SetMatter("antivirus"), Over, Persons.Coordinator);

        shared.Try(Step, Over, Archivist).ShouldBeOfType<Refused>().Code.ShouldBe("in-matter");
        _ = shared.With(new SetMatter(), Over, Persons.Coordinator).With(Step, Over, Archivist);
    }

    [Fact]
    public void Destroy_ByAnotherThanTheArchivist_IsForbidden() => AClosedCase().Try(Step, Over, Persons.Coordinator).ShouldBeOfType<Refused>().Kind.ShouldBe(RefusalKind.Forbidden);

    [Fact]
    public void Destroyed_Case_OwesOnlyItsDestruction_AndTakesNoStepAnyMore()
    {
        var destroyed = AClosedCase().With(Step, Over, Archivist);

        destroyed.Agenda(Life.TenOClock(Over)).Due.ShouldHaveSingleItem().ShouldBeOfType<DestroyContent>();
        Phases.Of(destroyed.Case).ShouldBe(Phase.Destroyed);
        destroyed.Try(new Reopen("Toch nog."), Over, Persons.Coordinator).ShouldBeOfType<Refused>().Code.ShouldBe("case-destroyed");
        var anyone = new Actor("anyone", [.. Enum.GetValues<Role>()]);
        Catalogue.CaseSteps.Where(step => step.MayBeTaken(destroyed.Case, anyone)).ShouldBeEmpty();
        Engine.Perform(destroyed, Life.TenOClock(Over)).ShouldSatisfyAllConditions(
            done => done.Case.Destruction!.DoneOn.ShouldBe(Over),
            done => done.Agenda(Life.TenOClock(Over)).Due.ShouldBeEmpty());
    }

    [Fact]
    public void Retention_FollowsHowTheRequestEnded()
    {
        Retention.Of(Given.ADispatchedDecision().Case, Organisation.Blank("o")).ShouldBeNull();
        var withdrawn = Given.AQualifiedCase().With(new Withdraw(), new(2022, 1, 20), Persons.Handler).With(new Close(), new(2022, 1, 20), Persons.Coordinator);
        var kept = Retention.Of(withdrawn.Case, withdrawn.Under(new RetentionSet(RequestEnd.Withdrawn, "14.3", 1)).Facts).ShouldNotBeNull();
        (kept.End, kept.EndsOn).ShouldBe((RequestEnd.Withdrawn, new DateOnly(2023, 1, 20)));
    }

    private static Life AClosedCase() => Under(Given.AClosedCase());

    private static Life Under(Life life) => life.Under(new RetentionSet(RequestEnd.Decided, "14.1", 10));
}
