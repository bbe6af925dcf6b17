namespace WobWorkflow.Cases.Tests;

/// <summary>Who work together see each other's work; a team gives nobody a right.</summary>
public sealed class TeamTests
{
    private static readonly DateOnly Today = new(2022, 1, 10);

    [Fact]
    public void Team_IsEveryoneWithWhomOneIsInATeam()
    {
        var organisation = Set(Set(Organisation.Blank(Organisation.TheId), "Noord", "anna", "bram"), "Zuid", "bram", "cato");

        organisation.TeamOf("anna").ShouldBe(["anna", "bram"], ignoreOrder: true);
        organisation.TeamOf("bram").ShouldBe(["anna", "bram", "cato"], ignoreOrder: true);
        organisation.TeamOf("dirk").ShouldBeEmpty();
    }

    [Fact]
    public void Team_WithoutPersons_IsNoMore() => Set(Set(Organisation.Blank(Organisation.TheId), "Noord", "anna"), "Noord").Teams.ShouldBeEmpty();

    [Fact]
    public void Team_ThatIsNotThere_CannotBeTakenAway() =>
        Try(Organisation.Blank(Organisation.TheId), new SetTeam("Noord")).ShouldBeOfType<Refused>().Code.ShouldBe("team-not-found");

    [Fact]
    public void Persons_AreNamedByTheirId() =>
        Try(Organisation.Blank(Organisation.TheId), new SetTeam("Noord", ["Anna de Vries"])).ShouldBeOfType<Refused>().Code.ShouldBe("person-unclear");

    private static Organisation Set(Organisation organisation, string name, params string[] persons) =>
        Try(organisation, new SetTeam(name, [.. persons])).ShouldBeOfType<Accepted>().Events
            .Aggregate(organisation, (now, happened) => now.Apply(happened, new Entry(now.Version + 1, Life.TenOClock(Today), Today, Persons.Administrator.Id)));

    private static Outcome Try(Organisation organisation, SetTeam step) =>
        Catalogue.OrganisationSteps.Single(row => row.Payload == typeof(SetTeam)).Decide(organisation, step, Life.At(Today, Persons.Administrator, organisation));
}
