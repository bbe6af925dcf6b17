using CsCheck;

namespace WobWorkflow.Documents.Tests;

public sealed class MinHashSignatureTests
{
    [Fact]
    public void Estimate_IsSymmetric_AndOneForTheSameText() => Gen.Select(Prose.Seeds, Gen.Int[60, 300], Gen.Double[0, 0.5]).Sample((random, words, share) =>
    {
        var text = Prose.Of(random, words);
        var (one, other) = (SignatureOf(text), SignatureOf(Prose.Changed(random, text, share)));
        return one.EstimateTo(other) == other.EstimateTo(one) && one.EstimateTo(SignatureOf(text)) == 1;
    });

    /// <summary>Five standard errors of 128 draws, and as much for what chance adds: beyond that once in a million.</summary>
    [Fact]
    public void Estimate_IsWithinTwentyTwoHundredths_OfTheTrueResemblance() => Gen.Select(Prose.Seeds, Gen.Int[60, 600], Gen.Double[0, 0.4]).Sample((random, words, share) =>
    {
        var text = Prose.Of(random, words);
        var (one, other) = (Shingles.Of(text.Text())!, Shingles.Of(Prose.Changed(random, text, share).Text())!);
        return Math.Abs(MinHashSignature.Of(one).EstimateTo(MinHashSignature.Of(other)) - one.ResemblanceTo(other)) < 0.225;
    });

    [Fact]
    public void Estimate_OverManyTexts_IsRightOnAverage()
    {
        var random = new Random(1997);
        var off = new List<double>();
        for (var n = 0; n < 300; n++)
        {
            var text = Prose.Of(random, 200);
            var (one, other) = (Shingles.Of(text.Text())!, Shingles.Of(Prose.Changed(random, text, random.NextDouble() * 0.3).Text())!);
            off.Add(MinHashSignature.Of(one).EstimateTo(MinHashSignature.Of(other)) - one.ResemblanceTo(other));
        }

        Math.Abs(off.Average()).ShouldBeLessThan(0.01);
        Math.Sqrt(off.Average(error => error * error)).ShouldBeLessThan(0.045);
    }

    [Fact]
    public void Signature_OfAKnownText_IsTheSameInEveryProcess_ForeverAfter() => Convert.ToHexStringLower(
        SignatureOf([.. Enumerable.Range(0, 60).Select(n => $"woord{n}")]).Bytes.Span[..16]).ShouldBe("59ae03820b59c5034f486b78287955dd");

    [Fact]
    public void Signature_ThatWasKept_IsTheSame()
    {
        var kept = SignatureOf(Prose.Of(new Random(3), 90));
        MinHashSignature.From(kept.Bytes.Span).EstimateTo(kept).ShouldBe(1);
        MinHashSignature.From(kept.Bytes.Span).BandKeys().ShouldBe(kept.BandKeys());
        Should.Throw<ArgumentException>(() => MinHashSignature.From(new byte[3]));
    }

    /// <summary>What is promised of looking up by bands, measured: at each resemblance the share of pairs that have a band in common.</summary>
    [Theory]
    [InlineData(0.5, 0.62)]
    [InlineData(0.6, 0.87)]
    [InlineData(0.7, 0.97)]
    [InlineData(0.8, 0.995)]
    public void Bands_FindPairs_ByTheirResemblance(double resemblance, double recall)
    {
        var random = new Random(2010);
        var (pairs, found) = (0, 0);
        // A shingle stays the same where none of its three words changed.
        var share = 1 - Math.Cbrt(2 * resemblance / (1 + resemblance));
        while (pairs < 400)
        {
            var text = Prose.Of(random, 250);
            var (one, other) = (Shingles.Of(text.Text())!, Shingles.Of(Prose.Changed(random, text, share).Text())!);
            if (one.ResemblanceTo(other) < resemblance)
                continue;
            pairs++;
            found += MinHashSignature.Of(one).BandKeys().Intersect(MinHashSignature.Of(other).BandKeys()).Any() ? 1 : 0;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"At a resemblance of {resemblance} and more, {(double)found / pairs:P1} of the pairs were found.");
        ((double)found / pairs).ShouldBeGreaterThan(recall);
    }

    [Fact]
    public void Bands_OfTextsThatHaveNothingToDoWithEachOther_HardlyEverAgree()
    {
        var random = new Random(5);
        var keys = Enumerable.Range(0, 300).Select(_ => SignatureOf(Prose.Of(random, 200)).BandKeys().ToHashSet(StringComparer.Ordinal)).ToList();
        var pairs = keys.SelectMany((one, i) => keys.Skip(i + 1).Where(other => one.Overlaps(other))).Count();
        pairs.ShouldBeLessThan(45); // of 44,850: one in a thousand
    }

    private static MinHashSignature SignatureOf(string[] words) => MinHashSignature.Of(Shingles.Of(words.Text())!);
}
