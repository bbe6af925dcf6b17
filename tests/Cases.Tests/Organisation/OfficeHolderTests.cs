namespace WobWorkflow.Cases.Tests;

public sealed class OfficeHolderTests
{
    private const string Office = "De Minister van Justitie en Veiligheid";

    [Theory]
    [InlineData("2017-10-25", null)]
    [InlineData("2017-10-26", "A. Eerste")]
    [InlineData("2022-01-09", "A. Eerste")]
    [InlineData("2022-01-10", "B. Tweede")]
    [InlineData("2030-01-01", "B. Tweede")]
    public void HolderOn_ADay_IsWhoHeldTheOfficeThen(string day, string? name)
    {
        var organisation = Enter(Enter(Organisation.Blank("o"), "B. Tweede", "2022-01-10"), "A. Eerste", "2017-10-26");
        organisation.HolderOn(Office, DateOnly.Parse(day))?.Name.ShouldBe(name);
        (organisation.HolderOn(Office, DateOnly.Parse(day)) is null).ShouldBe(name is null);
        organisation.HolderOn("De Minister van Defensie", DateOnly.Parse(day)).ShouldBeNull();
    }

    [Fact]
    public void SetOfficeHolder_ForTheSameDay_PutsTheNameRight()
    {
        var organisation = Enter(Enter(Organisation.Blank("o"), "B. Tweedde", "2022-01-10"), "B. Tweede", "2022-01-10");
        organisation.OfficeHolders.ShouldHaveSingleItem().Name.ShouldBe("B. Tweede");
    }

    private static Organisation Enter(Organisation organisation, string name, string from) =>
        new OfficeHolderSet(Office, name, DateOnly.Parse(from)).ApplyTo(organisation, new Entry(1, DateTimeOffset.UnixEpoch, default, "administrator"));
}
