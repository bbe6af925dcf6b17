using System.Text.Json;

namespace WobWorkflow.Cases.Tests;

public sealed class CourtsTests
{
    [Theory]
    [InlineData("ECLI:NL:RBMNE:2020:1942", "RBMNE", 2020, "1942", "rechtbank Midden-Nederland")]
    [InlineData("ECLI:NL:RVS:2022:1432", "RVS", 2022, "1432", "Afdeling bestuursrechtspraak van de Raad van State")]
    [InlineData("ECLI:NL:RVS:2011:BP6348", "RVS", 2011, "BP6348", "Afdeling bestuursrechtspraak van de Raad van State")]
    [InlineData(" ecli:nl:crvb:2017:2275 ", "CRVB", 2017, "2275", "Centrale Raad van Beroep")]
    [InlineData("ECLI:NL:GHARL:2025:2140", "GHARL", 2025, "2140", "gerechtshof Arnhem-Leeuwarden")]
    [InlineData("ECLI:NL:RBONE:2013:1", "RBONE", 2013, "1", null)]
    public void Ecli_WellFormed_IsTakenApart(string text, string code, int year, string ordinal, string? court)
    {
        Ecli.TryParse(text, null, out var ecli).ShouldBeTrue();
        (ecli!.CourtCode, ecli.Year, ecli.Ordinal, ecli.Court?.Name).ShouldBe((code, year, ordinal, court));
        Ecli.Parse(ecli.ToString()).ShouldBe(ecli);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RVS:2022:1432")]
    [InlineData("ECLI:DE:BGH:2022:1432")]
    [InlineData("ECLI:NL:RVS:22:1432")]
    [InlineData("ECLI:NL:RVS:2022:")]
    [InlineData("ECLI:NL:RVS:2022:14/32")]
    [InlineData("ECLI:NL:R:2022:1")]
    [InlineData("ECLI:NL:RVS:2022:1432\nX")]
    public void Ecli_Malformed_ReadsNothing(string? text) => Ecli.TryParse(text, null, out _).ShouldBeFalse();

    [Fact]
    public void Ecli_Link_IsTheLastingAddress() =>
        Ecli.Parse("ECLI:NL:RBMNE:2020:1939").Link.ShouldBe("https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RBMNE:2020:1939");

    [Fact]
    public void Ecli_Json_RoundTripsAsText() =>
        JsonSerializer.Deserialize<Ecli>(JsonSerializer.Serialize(Ecli.Parse("ECLI:NL:RVS:2022:1432")))
            .ShouldBe(Ecli.Parse("ECLI:NL:RVS:2022:1432"));

    [Fact]
    public void All_Courts_AreElevenDistrictCourtsAndThoseAbove()
    {
        Courts.All.Count(c => c.Kind == CourtKind.DistrictCourt).ShouldBe(11);
        Courts.All.Count(c => c.Kind == CourtKind.CourtOfAppeal).ShouldBe(4);
        Courts.All.Select(c => c.Code).ShouldBeUnique();
        Courts.Find("RBAMS")!.InterimReliefJudge.ShouldBe("voorzieningenrechter van de rechtbank Amsterdam");
    }

    [Theory]
    [InlineData("202003618/1/A3", "202003618/1/A3", CourtCaseNumberKind.Afdeling, "RVS")]
    [InlineData("201706521/5/r1", "201706521/5/R1", CourtCaseNumberKind.Afdeling, "RVS")]
    [InlineData("BRS.24.000123", "BRS.24.000123", CourtCaseNumberKind.AfdelingDigital, "RVS")]
    [InlineData("UTR 19/3582-T", "UTR 19/3582-T", CourtCaseNumberKind.DistrictCourt, "RBMNE")]
    [InlineData("utr19/2967", "UTR 19/2967", CourtCaseNumberKind.DistrictCourt, "RBMNE")]
    [InlineData("AMS 14/3848", "AMS 14/3848", CourtCaseNumberKind.DistrictCourt, "RBAMS")]
    [InlineData("AWB 19/123", "AWB 19/123", CourtCaseNumberKind.DistrictCourt, null)]
    [InlineData("AWB - 20 _ 4496", "AWB - 20 _ 4496", CourtCaseNumberKind.Unrecognised, null)]
    [InlineData("20200361/1/A3", "20200361/1/A3", CourtCaseNumberKind.Unrecognised, null)]
    public void CourtCaseNumber_AnyShape_IsKeptAndFlagged(string text, string canonical, CourtCaseNumberKind kind, string? court)
    {
        var number = CourtCaseNumber.Parse(text);

        (number.Text, number.Kind, number.Court?.Code).ShouldBe((canonical, kind, court));
        number.IsRecognised.ShouldBe(kind != CourtCaseNumberKind.Unrecognised);
        JsonSerializer.Deserialize<CourtCaseNumber>(JsonSerializer.Serialize(number)).ShouldBe(number);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("UTR 19/\u00003582")]
    [InlineData("12345678901234567890123456789012345678901")]
    public void CourtCaseNumber_NoNumberAtAll_ReadsNothing(string? text) => CourtCaseNumber.TryParse(text, null, out _).ShouldBeFalse();
}
