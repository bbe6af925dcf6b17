using System.Text.Json;

namespace WobWorkflow.Cases.Tests;

public sealed class AgenciesTests
{
    [Fact]
    public void All_Rows_AreWellFormed()
    {
        Agencies.KnownCodes.ShouldBeUnique();
        foreach (var row in Agencies.All)
        {
            Agencies.Find(row.Agency).ShouldBe(row);
            row.Addressee.ShouldNotBeEmpty();
            row.Salutation.ShouldEndWith(",");
            row.IsForum.ShouldBe(row.DecidingBody is null);
            if (row.DecidingBody is { } body)
                Agencies.Find(new(body))!.Kind.ShouldBe(AgencyKind.Ministry);
        }
    }

    [Theory]
    [InlineData("CVIN")]
    [InlineData("RVI")]
    [InlineData("RIV")]
    public void Find_Forum_IsWrittenToAtTheSecretariatOfGeneralAffairs(string code)
    {
        var forum = Agencies.Find(new(code))!;

        forum.IsForum.ShouldBeTrue();
        forum.Addressee[1].ShouldBe("t.a.v. het secretariaat");
        forum.Addressee[^1].ShouldBe("Ministerie van Algemene Zaken");
    }

    [Theory]
    [InlineData("AIVD", "BZK")]
    [InlineData("MIVD", "DEF")]
    [InlineData("NCTV", "JenV")]
    [InlineData("BZ", "BZ")]
    public void Find_Owner_NamesWhoDecides(string code, string body) => Agencies.Find(new(code))!.DecidingBody.ShouldBe(body);

    [Fact]
    public void Find_UnknownCode_GivesNull() => Agencies.Find(new("GEMEENTE-X")).ShouldBeNull();

    [Theory]
    [InlineData("JenV", "NCTV", false)]
    [InlineData("JenV", "AIVD", true)]
    [InlineData("BZK", "AIVD", false)]
    [InlineData("JenV", "CVIN", false)]
    [InlineData("JenV", "AZ", true)]
    [InlineData("JenV", "GEMEENTE-X", false)]
    public void CanForward_Agencies_GoesToAnotherBodyThatDecides(string from, string to, bool possible) =>
        Agencies.CanForward(new(from), new(to)).ShouldBe(possible);

    [Theory]
    [InlineData("EZK", "2019-07-25", true)]
    [InlineData("EZK", "2024-07-02", false)]
    [InlineData("KGG", "2024-07-01", false)]
    [InlineData("KGG", "2024-07-02", true)]
    [InlineData("RVI", "2018-05-14", true)]
    public void ExistsOn_Day_FollowsTheNamesOfMinistries(string code, string day, bool exists) =>
        Agencies.Find(new(code))!.ExistsOn(DateOnly.Parse(day)).ShouldBe(exists);

    [Theory]
    [InlineData("jenv", "JenV")]
    [InlineData(" CVIN ", "CVIN")]
    [InlineData("gemeente-x", "GEMEENTE-X")]
    public void TryParse_Code_TakesTheSpellingOfTheTable(string text, string code)
    {
        Agency.TryParse(text, null, out var agency).ShouldBeTrue();
        agency.ShouldBe(new Agency(code));
        agency!.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("de AIVD")]
    [InlineData("../AIVD")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU")]
    public void TryParse_NoCode_ReadsNothing(string? text) => Agency.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void Agency_MalformedCode_Throws() => Should.Throw<ArgumentException>(() => new Agency("a b"));

    [Fact]
    public void Json_Agency_IsItsCode()
    {
        JsonSerializer.Serialize(new Agency("nctv")).ShouldBe("\"NCTV\"");
        JsonSerializer.Deserialize<Agency>("\"aivd\"").ShouldBe(new Agency("AIVD"));
    }
}
