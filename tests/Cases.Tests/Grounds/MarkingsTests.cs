using System.Text.Json;

namespace WobWorkflow.Cases.Tests;

public sealed class MarkingsTests
{
    [Theory]
    [InlineData("Ongerubriceerd", Marking.None)]
    [InlineData("NATO UNCLASSIFIED", Marking.None)]
    [InlineData("Dep. V.", Marking.DepartementaalVertrouwelijk)]
    [InlineData("Dep.V", Marking.DepartementaalVertrouwelijk)]
    [InlineData("Dep. VERTROUWELIJK", Marking.DepartementaalVertrouwelijk)]
    [InlineData("departementaal vertrouwelijk", Marking.DepartementaalVertrouwelijk)]
    [InlineData("DEPARTEMENTAAL-VERTROUWELIJK", Marking.DepartementaalVertrouwelijk)]
    [InlineData("NATO RESTRICTED", Marking.DepartementaalVertrouwelijk)]
    [InlineData("Stg. C", Marking.StgConfidentieel)]
    [InlineData("Stg. Confidentieel", Marking.StgConfidentieel)]
    [InlineData("Staatsgeheim CONFIDENTIEEL", Marking.StgConfidentieel)]
    [InlineData("stgConfidentieel", Marking.StgConfidentieel)]
    [InlineData("NATO CONFIDENTIAL", Marking.StgConfidentieel)]
    [InlineData("Stg. G", Marking.StgGeheim)]
    [InlineData("STG. GEHEIM", Marking.StgGeheim)]
    [InlineData("Staatsgeheim geheim", Marking.StgGeheim)]
    [InlineData("NATO SECRET", Marking.StgGeheim)]
    [InlineData("Stg. ZG", Marking.StgZeerGeheim)]
    [InlineData("Stg. Z.G.", Marking.StgZeerGeheim)]
    [InlineData("Stg. ZEER GEHEIM", Marking.StgZeerGeheim)]
    [InlineData("COSMIC TOP SECRET", Marking.StgZeerGeheim)]
    public void TryParse_UsualNotation_GivesTheMarking(string text, Marking marking)
    {
        Markings.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(marking);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vertrouwelijk")]
    [InlineData("geheim")]
    [InlineData("Stg.")]
    [InlineData("Stg. GEHEIM of lager")]
    [InlineData("3")]
    public void TryParse_TextThatSaysTooLittleOrTooMuch_ReadsNothing(string? text) => Markings.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void All_Ladder_RunsFromLowToHighAndEveryDisplayIsRead()
    {
        Markings.All.Select(d => d.Marking).ShouldBe(Enum.GetValues<Marking>().Order());
        foreach (var definition in Markings.All)
        {
            Markings.Find(definition.Marking).ShouldBe(definition);
            foreach (var text in new[] { definition.Nl, definition.Stamp, definition.Nato }.OfType<string>())
            {
                Markings.TryParse(text, out var read).ShouldBeTrue();
                read.ShouldBe(definition.Marking);
            }
        }
    }

    [Theory]
    [InlineData(Marking.None, "none")]
    [InlineData(Marking.DepartementaalVertrouwelijk, "departementaal-vertrouwelijk")]
    [InlineData(Marking.StgConfidentieel, "stg-confidentieel")]
    [InlineData(Marking.StgGeheim, "stg-geheim")]
    [InlineData(Marking.StgZeerGeheim, "stg-zeer-geheim")]
    public void Json_Marking_IsItsNameInKebabCase(Marking marking, string name)
    {
        JsonSerializer.Serialize(marking).ShouldBe($"\"{name}\"");
        JsonSerializer.Deserialize<Marking>($"\"{name}\"").ShouldBe(marking);
    }

    [Fact]
    public void Json_Number_IsRefused() => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Marking>("2"));

    [Theory]
    [InlineData(Marking.None, false)]
    [InlineData(Marking.DepartementaalVertrouwelijk, false)]
    [InlineData(Marking.StgConfidentieel, true)]
    [InlineData(Marking.StgZeerGeheim, true)]
    public void IsStateSecret_Marking_StartsAtStgConfidentieel(Marking marking, bool secret) =>
        Markings.IsStateSecret(marking).ShouldBe(secret);

    [Fact]
    public void Highest_Parts_GivesTheHighestAndNoneForNothing()
    {
        Markings.Highest([Marking.None, Marking.StgGeheim, Marking.StgConfidentieel]).ShouldBe(Marking.StgGeheim);
        Markings.Highest([]).ShouldBe(Marking.None);
    }

    [Theory]
    [InlineData("2012-12-31", null)]
    [InlineData("2018-05-14", "Stcrt. 2013, 15497")]
    [InlineData("2025-09-08", "Stcrt. 2013, 15497")]
    [InlineData("2025-09-09", "Stcrt. 2025, 30222")]
    public void RulesOn_Day_GivesTheRulesInForce(string day, string? publication) =>
        (Markings.RulesOn(DateOnly.Parse(day))?.Publication).ShouldBe(publication);
}
