using System.Text.Json;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class JudgementsTests
{
    private static readonly Gen<PassageJudgement[]> Passages =
        Gen.Select(Gen.Enum<PassageKind>(), Gen.Bool).Select(p => new PassageJudgement(p.Item1, p.Item2)).Array[0, 8];

    [Theory]
    [InlineData("Openbaar", Judgement.Public)]
    [InlineData("geheel openbaar", Judgement.Public)]
    [InlineData("Deels  openbaar", Judgement.PartlyPublic)]
    [InlineData("gedeeltelijk openbaar", Judgement.PartlyPublic)]
    [InlineData(" NIET OPENBAAR ", Judgement.NotPublic)]
    [InlineData("Reeds openbaar", Judgement.AlreadyPublic)]
    [InlineData("Buiten verzoek", Judgement.OutOfScope)]
    [InlineData("buiten reikwijdte verzoek", Judgement.OutOfScope)]
    public void TryParse_WordsOfInventories_GiveTheJudgement(string text, Judgement judgement)
    {
        Judgements.TryParse(text, out var read).ShouldBeTrue();
        read.ShouldBe(judgement);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("onbekend")]
    [InlineData("deels")]
    [InlineData("niet")]
    [InlineData("openbaar gemaakt")]
    [InlineData("0")]
    public void TryParse_UnknownText_ReadsNothing(string? text) => Judgements.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Dutch_EveryJudgement_ReadsBack()
    {
        foreach (var judgement in Enum.GetValues<Judgement>())
        {
            Judgements.TryParse(Judgements.Dutch(judgement), out var read).ShouldBeTrue();
            read.ShouldBe(judgement);
        }
    }

    [Fact]
    public void Json_Judgement_IsItsNameInKebabCase() => JsonSerializer.Serialize(Judgement.PartlyPublic).ShouldBe("\"partly-public\"");

    [Theory]
    [InlineData(Judgement.PartlyPublic, true, false)]
    [InlineData(Judgement.NotPublic, true, false)]
    [InlineData(Judgement.Public, false, false)]
    [InlineData(Judgement.AlreadyPublic, false, true)]
    [InlineData(Judgement.OutOfScope, false, false)]
    public void Needs_Judgement_GroundOrLocation(Judgement judgement, bool ground, bool location)
    {
        Judgements.NeedsGround(judgement).ShouldBe(ground);
        Judgements.NeedsLocation(judgement).ShouldBe(location);
    }

    [Theory]
    [InlineData("", Judgement.Public)]
    [InlineData("Disclosed", Judgement.Public)]
    [InlineData("Withheld", Judgement.PartlyPublic)]
    [InlineData("Withheld Disclosed OutOfScope", Judgement.PartlyPublic)]
    [InlineData("Withheld!", Judgement.NotPublic)]
    [InlineData("Withheld! OutOfScope", Judgement.NotPublic)]
    [InlineData("OutOfScope", Judgement.Public)]
    [InlineData("OutOfScope!", Judgement.OutOfScope)]
    [InlineData("OutOfScope! Withheld", Judgement.OutOfScope)]
    [InlineData("LeftToOther", Judgement.Public)]
    [InlineData("LeftToOther!", Judgement.OutOfScope)]
    [InlineData("AlreadyPublic!", Judgement.AlreadyPublic)]
    [InlineData("AlreadyPublic", Judgement.Public)]
    [InlineData("AlreadyPublic! Withheld", Judgement.PartlyPublic)]
    [InlineData("AlreadyPublic! Withheld!", Judgement.NotPublic)]
    [InlineData("Proposed", null)]
    [InlineData("Withheld! Proposed", null)]
    [InlineData("Proposed!", null)]
    public void Of_Passages_FollowsWhatIsRefused(string passages, Judgement? judgement) =>
        Judgements.Of(Read(passages)).ShouldBe(judgement);

    [Fact]
    public void Of_AnyOrderAndRepetition_IsTheSame() =>
        Passages.SelectMany(p => Gen.Shuffle(p.ToArray()).Select(shuffled => (p, shuffled)))
            .Sample(t => Judgements.Of(t.p) == Judgements.Of(t.shuffled) && Judgements.Of(t.p) == Judgements.Of([.. t.p, .. t.shuffled]));

    [Fact]
    public void Of_WithoutAWithheldPassage_NeverNeedsAGround() =>
        Passages.Select(ps => ps.Where(p => p.Kind != PassageKind.Withheld))
            .Sample(ps => Judgements.Of(ps) is not { } judgement || !Judgements.NeedsGround(judgement));

    [Theory]
    [InlineData("", DecisionResult.NoDocumentsFound)]
    [InlineData("OutOfScope", DecisionResult.NoDocumentsFound)]
    [InlineData("AlreadyPublic OutOfScope", DecisionResult.AlreadyPublic)]
    [InlineData("Public", DecisionResult.Disclosure)]
    [InlineData("Public AlreadyPublic", DecisionResult.Disclosure)]
    [InlineData("NotPublic", DecisionResult.NoDisclosure)]
    [InlineData("NotPublic AlreadyPublic OutOfScope", DecisionResult.NoDisclosure)]
    [InlineData("PartlyPublic", DecisionResult.PartialDisclosure)]
    [InlineData("Public NotPublic", DecisionResult.PartialDisclosure)]
    [InlineData("PartlyPublic NotPublic", DecisionResult.PartialDisclosure)]
    public void DecisionResult_Documents_SaysWhatTheDecisionComesTo(string documents, DecisionResult result) =>
        DecisionResults.Of(documents.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Judgement>)).ShouldBe(result);

    [Fact]
    public void DecisionResult_AnyOrder_IsTheSame() =>
        Gen.Enum<Judgement>().Array[0, 10].SelectMany(j => Gen.Shuffle(j.ToArray()).Select(shuffled => (j, shuffled)))
            .Sample(t => DecisionResults.Of(t.j) == DecisionResults.Of(t.shuffled));

    [Fact]
    public void DecisionResult_Words_ReadBackAndNothingElse()
    {
        foreach (var result in Enum.GetValues<DecisionResult>())
        {
            DecisionResults.TryParse(DecisionResults.Dutch(result), out var read).ShouldBeTrue();
            read.ShouldBe(result);
        }

        DecisionResults.TryParse("Afgewezen", out _).ShouldBeFalse();
    }

    private static IEnumerable<PassageJudgement> Read(string passages) => passages
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => new PassageJudgement(Enum.Parse<PassageKind>(p.TrimEnd('!')), p.EndsWith('!')));
}
