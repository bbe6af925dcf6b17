using CsCheck;

namespace WobWorkflow.Documents.Tests;

public sealed class ShinglesTests
{
    private static readonly Gen<(Shingles One, Shingles Other)> Pairs =
        Gen.Select(Prose.Seeds, Gen.Int[Shingles.FewestWords, 400], Gen.Double[0, 1], (random, words, share) =>
        {
            var text = Prose.Of(random, words);
            return (Shingles.Of(text.Text())!, Shingles.Of(Prose.Changed(random, text, share).Text())!);
        });

    [Fact]
    public void Resemblance_IsSymmetric_AndFromZeroToOne() => Pairs.Sample(pair =>
    {
        var resemblance = pair.One.ResemblanceTo(pair.Other);
        return resemblance == pair.Other.ResemblanceTo(pair.One) && resemblance is >= 0 and <= 1;
    });

    [Fact]
    public void Resemblance_OfATextToItself_IsOne() => Pairs.Sample(pair => pair.One.ResemblanceTo(pair.One) == 1 && pair.One.ContainmentIn(pair.One) == 1);

    [Fact]
    public void Resemblance_IsNeverMoreThanEitherContainment() => Pairs.Sample(pair =>
        pair.One.ResemblanceTo(pair.Other) <= Math.Min(pair.One.ContainmentIn(pair.Other), pair.Other.ContainmentIn(pair.One)));

    [Fact]
    public void Containment_OfATextInOneThatQuotesIt_IsOne() => Gen.Select(Prose.Seeds, Gen.Int[Shingles.FewestWords, 300]).Sample((random, words) =>
    {
        var (quoted, before, after) = (Prose.Of(random, words), Prose.Of(random, 80), Prose.Of(random, 80));
        return Shingles.Of(quoted.Text())!.ContainmentIn(Shingles.Of($"{before.Text()} {quoted.Text()} {after.Text()}")!) == 1;
    });

    [Fact]
    public void Layout_Case_Punctuation_AndComposition_MakeNoDifference()
    {
        var plain = string.Join(' ', Enumerable.Range(0, 60).Select(n => $"café{n}"));
        var other = "«" + plain.Replace("é", "e\u0301", StringComparison.Ordinal).ToUpperInvariant().Replace(" ", ",\r\n   ", StringComparison.Ordinal) + "»";
        Shingles.Of(plain)!.ResemblanceTo(Shingles.Of(other)!).ShouldBe(1);
    }

    [Fact]
    public void Text_OfFewWords_HasNone()
    {
        var words = Enumerable.Range(0, Shingles.FewestWords).Select(n => $"w{n}").ToArray();
        Shingles.Of(words[1..].Text()).ShouldBeNull();
        Shingles.Of(words.Text())!.Count.ShouldBe(Shingles.FewestWords - Shingles.Width + 1);
        Shingles.Of("").ShouldBeNull();
    }

    [Fact]
    public void Text_OfOneWordRepeated_HasOneShingle() => Shingles.Of(string.Join(' ', Enumerable.Repeat("kade", 500)))!.Count.ShouldBe(1);

    [Fact]
    public void Text_WithoutEnd_IsReadToTheLimit() =>
        Shingles.Of(string.Join(' ', Enumerable.Range(0, Shingles.MostWords + 500)))!.Words.ShouldBe(Shingles.MostWords);

    [Fact]
    public void WhatManyTextsShare_IsFound_AndCanBeLeftOut()
    {
        var random = new Random(7);
        var disclaimer = Prose.Of(random, 100).Text();
        var mails = Enumerable.Range(0, 10).Select(n => Shingles.Of($"{Prose.Of(random, 60).Text()} {disclaimer}")!).ToList();

        var shared = mails[0].SharedByAtLeast(8, mails[1..]);

        shared.Count.ShouldBeInRange(90, 98);
        mails[0].ResemblanceTo(mails[1]).ShouldBeGreaterThan(0.4);
        mails[0].Without(shared).ResemblanceTo(mails[1].Without(shared)).ShouldBeLessThan(0.05);
        mails[0].Without(mails[0].SharedByAtLeast(1, [mails[0]])).ResemblanceTo(mails[1].Without(mails[1].SharedByAtLeast(1, [mails[1]]))).ShouldBe(0);
    }
}
