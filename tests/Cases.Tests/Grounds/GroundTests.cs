using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class GroundTests
{
    private static readonly string[] Ordinals = ["", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende"];

    [Theory]
    [InlineData("5.1.2.e", "5.1.2e")]
    [InlineData("5.1.2e", "5.1.2e")]
    [InlineData("5.1.2E", "5.1.2e")]
    [InlineData("5.1.2 e", "5.1.2e")]
    [InlineData(" 5.1.2.e. ", "5.1.2e")]
    [InlineData("5.1(2)(e)", "5.1.2e")]
    [InlineData("Woo 5.1(2)(e)", "5.1.2e")]
    [InlineData("5.1, tweede lid, onder e", "5.1.2e")]
    [InlineData("art. 5.1 lid 2 sub e", "5.1.2e")]
    [InlineData("art 5.1 lid 2e", "5.1.2e")]
    [InlineData("5.1, 2e lid, onder e", "5.1.2e")]
    [InlineData("5.1, 2de lid, aanhef en onder e", "5.1.2e")]
    [InlineData("5.1, 1ste lid, letter b", "5.1.1b")]
    [InlineData("artikel 5.1, tweede lid, aanhef en onder e, van de Woo", "5.1.2e")]
    [InlineData("Artikel 5.1, eerste lid, onderdeel d, van de Wet open overheid", "5.1.1d")]
    [InlineData("artikel 5.1, vijfde lid, Wet open overheid (Woo)", "5.1.5")]
    [InlineData("10.2.e", "10.2e")]
    [InlineData("10.2e Wob", "10.2e")]
    [InlineData("10 lid 2 onder e Wob", "10.2e")]
    [InlineData("artikel 10, eerste lid, aanhef en onder b, van de Wet openbaarheid van bestuur", "10.1b")]
    [InlineData("artikel 10, zevende lid, onder a", "10.7a")]
    [InlineData("11.1", "11.1")]
    [InlineData("art. 11 Wob", "11.1")]
    [InlineData("artikel 11, eerste lid, van de Wob", "11.1")]
    [InlineData("5.2", "5.2.1")]
    [InlineData("5.2.1", "5.2.1")]
    [InlineData("artikel 5.2, eerste lid", "5.2.1")]
    [InlineData("5.4", "5.4")]
    [InlineData("5.4a", "5.4a")]
    [InlineData("artikel 5.4a, eerste lid, van de Woo", "5.4a")]
    public void TryParse_UsualNotation_GivesTheCanonicalKey(string text, string key)
    {
        Ground.TryParse(text, out var ground).ShouldBeTrue();
        ground.ToString().ShouldBe(key);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5.1")]
    [InlineData("5.1.2")]
    [InlineData("5.1.2j")]
    [InlineData("5.1.3")]
    [InlineData("5.1.7")]
    [InlineData("5.12e")]
    [InlineData("512e")]
    [InlineData("10.2")]
    [InlineData("10.2h")]
    [InlineData("10.7")]
    [InlineData("11.2")]
    [InlineData("dubbel")]
    [InlineData("buiten verzoek")]
    [InlineData("5.1.2e 5.2.1")]
    [InlineData("5.1.2i, 5.2.1: concept")]
    [InlineData("5.1.2e;5.2.1")]
    [InlineData("5.1.2e AVG")]
    [InlineData("5.1.2e van de Wob")]
    [InlineData("10.2e Woo")]
    [InlineData("10.2e Wob Woo")]
    [InlineData("5.1.2é")]
    [InlineData("٥.1.2e")]
    public void TryParse_NoSingleGroundOfTheLaw_ReadsNothing(string? text)
    {
        Ground.TryParse(text, out var ground).ShouldBeFalse();
        ground.ShouldBeNull();
    }

    [Fact]
    public void TryParse_TextOfAnyLength_IsRefusedBeforeItIsRead() =>
        Ground.TryParse("5.1.2e" + new string(' ', 100_000), out _).ShouldBeFalse();

    [Theory]
    [InlineData("5.1.2e", Regime.Woo, true)]
    [InlineData("5.1.2e", Regime.Wob, false)]
    [InlineData("10.2e", Regime.Wob, true)]
    [InlineData("10.2e", Regime.Woo, false)]
    [InlineData("10.2e Wob", Regime.Woo, false)]
    public void TryParse_WithARegime_AcceptsGroundsOfThatLawAlone(string text, Regime regime, bool accepted) =>
        Ground.TryParse(text, (Regime?)regime, out _).ShouldBe(accepted);

    [Fact]
    public void Parse_UnknownText_ThrowsFormatException() => Should.Throw<FormatException>(() => Ground.Parse("5.1.2z"));

    [Fact]
    public void TryParse_EveryGroundInARandomNotation_IsTheSameGround() =>
        Gen.Select(Gen.OneOf(Grounds.All.ToArray()), Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Bool, Gen.Bool)
            .Select(t => (Definition: t.Item1, Text: Written(t.Item1.Ground, t.Item2, t.Item3, t.Item4, t.Item5, t.Item6)))
            .Sample(t => Ground.TryParse(t.Text, out var read) && read == t.Definition.Ground, print: t => t.Text);

    [Fact]
    public void TryParse_OwnReferencesOfEveryGround_GiveThatGround()
    {
        foreach (var definition in Grounds.All)
        {
            Ground.Parse(definition.Ground.Key).ShouldBe(definition.Ground);
            Ground.Parse(definition.ArticleNl).ShouldBe(definition.Ground);
            Ground.Parse(definition.Article).ShouldBe(definition.Ground);
        }
    }

    [Fact]
    public void TryParse_AnyText_NeverThrows() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["0123456789. ,()eabwolid"], 0, 40])
            .Sample(text => Ground.TryParse(text, out var g) == g is not null);

    [Fact]
    public void Json_Ground_IsItsCanonicalText() =>
        JsonSerializer.Serialize(new Payload(Ground.Parse("art. 5.1 lid 2 sub e"))).ShouldBe("""{"Ground":"5.1.2e"}""");

    [Fact]
    public void Json_AnyNotation_BindsInAPayload() =>
        JsonSerializer.Deserialize<Payload>("""{"Ground":"10 lid 2 onder e Wob"}""")!.Ground.ShouldBe(Ground.Parse("10.2e"));

    [Theory]
    [InlineData("""{"Ground":"5.1.2z"}""")]
    [InlineData("""{"Ground":5.2}""")]
    public void Json_NoGround_IsAMalformedPayload(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Payload>(json));

    [Fact]
    public void Json_GroundAsKey_RoundTrips()
    {
        var counts = new Dictionary<Ground, int> { [Ground.Parse("5.1.2e")] = 3 };

        var read = JsonSerializer.Deserialize<Dictionary<Ground, int>>(JsonSerializer.Serialize(counts))!;

        read.ShouldBe(counts);
    }

    private sealed record Payload(Ground Ground);

    private static string Written(Ground ground, int shape, int before, int after, bool shout, bool spaced)
    {
        var letter = char.IsAsciiLetter(ground.Key[^1]) && ground.Key != "5.4a" ? ground.Key[^1].ToString() : "";
        var parts = ground.Key[..^letter.Length].Split('.');
        var hasArticlePoint = ground.Regime == Regime.Woo;
        var article = hasArticlePoint ? $"{parts[0]}.{parts[1]}" : parts[0];
        var paragraph = parts.Length > (hasArticlePoint ? 2 : 1) ? parts[^1] : "";

        var middle = (shape, paragraph) switch
        {
            (_, "") => "",
            (0, _) => $".{paragraph}",
            (1, _) => $" lid {paragraph}",
            (2, _) => $", {Ordinals[int.Parse(paragraph, CultureInfo.InvariantCulture)]} lid,",
            (3, _) => $"({paragraph})",
            _ => $", {paragraph}e lid",
        };
        var end = (shape, letter) switch
        {
            (_, "") => "",
            (0, _) => spaced ? $" {letter}" : letter,
            (1, _) => $" sub {letter}",
            (2, _) => $" aanhef en onder {letter}",
            (3, _) => $"({letter})",
            _ => $", onderdeel {letter}",
        };
        var law = ground.Regime == Regime.Wob ? "Wob" : "Woo";
        var text = (before switch { 0 => "", 1 => "art. ", _ => "artikel " })
            + article + middle + end
            + (after switch { 0 => "", 1 => $" {law}", _ => law == "Wob" ? ", van de Wet openbaarheid van bestuur" : ", van de Wet open overheid" });
        return shout ? text.ToUpperInvariant() : text;
    }
}
