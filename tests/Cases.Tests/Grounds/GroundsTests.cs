using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class GroundsTests
{
    [Fact]
    public void All_KeysAndReferences_AreUnique()
    {
        Grounds.All.Select(d => d.Ground.Key).ShouldBeUnique();
        Grounds.All.Select(d => d.ArticleNl).ShouldBeUnique();
        Grounds.All.Select(d => d.Article).ShouldBeUnique();
    }

    [Theory]
    [InlineData(Regime.Wob, "10.1a 10.1b 10.1c 10.1d 10.2a 10.2b 10.2c 10.2d 10.2e 10.2f 10.2g 10.7a 10.7b 11.1")]
    [InlineData(Regime.Woo, "5.1.1a 5.1.1b 5.1.1c 5.1.1d 5.1.1e 5.1.2a 5.1.2b 5.1.2c 5.1.2d 5.1.2e 5.1.2f 5.1.2g 5.1.2h 5.1.2i 5.1.4 5.1.5 5.1.6 5.2.1 5.4 5.4a")]
    public void All_Regime_HasTheGroundsOfItsLawInOrder(Regime regime, string keys) =>
        string.Join(' ', Grounds.All.Where(d => d.Regime == regime).Select(d => d.Ground.Key)).ShouldBe(keys);

    [Theory]
    [InlineData("5.1.2e", "artikel 5.1, tweede lid, aanhef en onder e, van de Woo", "Woo 5.1(2)(e)")]
    [InlineData("5.1.5", "artikel 5.1, vijfde lid, van de Woo", "Woo 5.1(5)")]
    [InlineData("5.2.1", "artikel 5.2, eerste lid, van de Woo", "Woo 5.2(1)")]
    [InlineData("5.4a", "artikel 5.4a van de Woo", "Woo 5.4a")]
    [InlineData("10.1b", "artikel 10, eerste lid, aanhef en onder b, van de Wob", "Wob 10(1)(b)")]
    [InlineData("11.1", "artikel 11, eerste lid, van de Wob", "Wob 11(1)")]
    public void Find_Ground_GivesItsReferences(string key, string inDutch, string inShort)
    {
        var definition = Grounds.Find(Ground.Parse(key));

        definition.ArticleNl.ShouldBe(inDutch);
        definition.Article.ShouldBe(inShort);
    }

    [Theory]
    [InlineData("10.1a", GroundKind.Absolute)]
    [InlineData("10.1b", GroundKind.Absolute)]
    [InlineData("10.1c", GroundKind.Absolute)]
    [InlineData("10.1d", GroundKind.Absolute)]
    [InlineData("10.2a", GroundKind.Relative)]
    [InlineData("10.2b", GroundKind.Relative)]
    [InlineData("10.2c", GroundKind.Relative)]
    [InlineData("10.2d", GroundKind.Relative)]
    [InlineData("10.2e", GroundKind.Relative)]
    [InlineData("10.2f", GroundKind.Temporary)]
    [InlineData("10.2g", GroundKind.Relative)]
    [InlineData("10.7a", GroundKind.Relative)]
    [InlineData("10.7b", GroundKind.Relative)]
    [InlineData("11.1", GroundKind.Absolute)]
    [InlineData("5.1.1a", GroundKind.Absolute)]
    [InlineData("5.1.1b", GroundKind.Absolute)]
    [InlineData("5.1.1c", GroundKind.Absolute)]
    [InlineData("5.1.1d", GroundKind.Absolute)]
    [InlineData("5.1.1e", GroundKind.Absolute)]
    [InlineData("5.1.2a", GroundKind.Relative)]
    [InlineData("5.1.2b", GroundKind.Relative)]
    [InlineData("5.1.2c", GroundKind.Relative)]
    [InlineData("5.1.2d", GroundKind.Relative)]
    [InlineData("5.1.2e", GroundKind.Relative)]
    [InlineData("5.1.2f", GroundKind.Relative)]
    [InlineData("5.1.2g", GroundKind.Relative)]
    [InlineData("5.1.2h", GroundKind.Relative)]
    [InlineData("5.1.2i", GroundKind.Relative)]
    [InlineData("5.1.4", GroundKind.Temporary)]
    [InlineData("5.1.5", GroundKind.Residual)]
    [InlineData("5.1.6", GroundKind.Relative)]
    [InlineData("5.2.1", GroundKind.Absolute)]
    [InlineData("5.4", GroundKind.Temporary)]
    [InlineData("5.4a", GroundKind.Absolute)]
    public void Find_Ground_TellsItsKind(string key, GroundKind kind) => Grounds.Find(Ground.Parse(key)).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("10.1a", "5.1.1a")]
    [InlineData("10.1d", "5.1.1d 5.1.1e")]
    [InlineData("10.2a", "5.1.2a")]
    [InlineData("10.2b", "5.1.2b")]
    [InlineData("10.2c", "5.1.2c")]
    [InlineData("10.2d", "5.1.2d")]
    [InlineData("10.7a", "5.1.2g")]
    [InlineData("10.7b", "5.1.2h")]
    public void Translate_GroundThatTheWooKept_ProposesItsHeir(string key, string candidates) =>
        string.Join(' ', Grounds.Translate(Ground.Parse(key))).ShouldBe(candidates);

    [Fact]
    public void All_Validity_ChangesHandsOnTheFirstOfMay2022()
    {
        Grounds.All.Where(d => d.Regime == Regime.Wob).ShouldAllBe(d => d.Until == new DateOnly(2022, 4, 30));
        Grounds.All.Where(d => d.Regime == Regime.Woo).ShouldAllBe(d => d.From == new DateOnly(2022, 5, 1) && d.Until == null);
    }

    [Theory]
    [InlineData("10.1b", "5.1.1b")]
    [InlineData("10.1c", "5.1.1c 5.1.6 5.1.2f")]
    [InlineData("10.2e", "5.1.2e")]
    [InlineData("10.2f", "5.1.4")]
    [InlineData("10.2g", "5.1.2i 5.1.2f 5.1.2h 5.1.5")]
    [InlineData("11.1", "5.2.1 5.1.2i")]
    [InlineData("5.1.2e", "")]
    public void Translate_Ground_ProposesGroundsOfTheWoo(string key, string candidates) =>
        string.Join(' ', Grounds.Translate(Ground.Parse(key))).ShouldBe(candidates);

    [Fact]
    public void Translate_EveryGroundOfTheWob_HasCandidatesOfTheWooAlone()
    {
        foreach (var definition in Grounds.All.Where(d => d.Regime == Regime.Wob))
        {
            Grounds.Translate(definition.Ground).ShouldNotBeEmpty();
            Grounds.Translate(definition.Ground).ShouldAllBe(g => g.Regime == Regime.Woo);
        }
    }

    [Fact]
    public void InOrder_AnyListing_IsSortedWithoutDoubles() =>
        Gen.OneOf(Grounds.All.Select(d => d.Ground).ToArray()).Array[0, 12].Sample(listed =>
        {
            var ordered = Grounds.InOrder(listed);
            return ordered.ToHashSet().SetEquals(listed)
                && ordered.Distinct().Count() == ordered.Length
                && ordered.SequenceEqual(Grounds.InOrder(listed.Reverse()));
        });
}
