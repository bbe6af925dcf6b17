namespace WobWorkflow.Documents.Tests;

public sealed class TextSketchTests
{
    private static readonly string Quoted = Prose.Of(new Random(1), 70).Text();
    private static readonly string Answer = Prose.Of(new Random(2), 300).Text();

    [Theory]
    [InlineData("-----Oorspronkelijk bericht-----\nVan: P. Particulier\nVerzonden: dinsdag 3 april 2018 09:12\nAan: Postbus\nOnderwerp: De kade\n\n")]
    [InlineData("Van: P. Particulier <p@example.nl>\nDatum: 3 april 2018\nOnderwerp: De kade\n\n")]
    [InlineData("Op 3 april 2018 om 09:12 schreef P. Particulier:\n> ")]
    [InlineData("On Tue, Apr 3, 2018 at 9:12 AM P. Particulier wrote:\n> ")]
    public void Reply_HasASignatureOfTheMailThatItQuotes(string heading)
    {
        var mail = TextSketch.Of($"Van: P. Particulier\nAan: Postbus\nOnderwerp: De kade\n\n{Quoted}")!;
        var reply = TextSketch.Of($"Van: Postbus\nAan: P. Particulier\nOnderwerp: RE: De kade\n\n{Answer}\n\n{heading}{Quoted}")!;

        mail.Signatures.Length.ShouldBe(1);
        reply.Signatures.Length.ShouldBe(3);
        reply.Signatures[0].EstimateTo(mail.Signatures[0]).ShouldBeLessThan(0.5);
        reply.Signatures.Max(part => part.EstimateTo(mail.Signatures[0])).ShouldBeGreaterThan(0.7);
        mail.Whole.ContainmentIn(reply.Whole).ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Memo_WithAHeading_IsOneText() => TextSketch.Of($"Van: de directie\nAan: de minister\nDatum: 3 april 2018\n\n{Answer}")!.Signatures.Length.ShouldBe(1);

    [Fact]
    public void LongThread_HasAFewSignatures()
    {
        var thread = string.Join('\n', Enumerable.Range(0, 20).Select(n => $"Van: iemand\nOnderwerp: RE: kade\n\n{Prose.Of(new Random(n), 80).Text()}\n"));
        TextSketch.Of(thread)!.Signatures.Length.ShouldBe(1 + TextSketch.MostMessages);
    }

    [Fact]
    public void ShortText_HasNone() => TextSketch.Of("Dank, akkoord. Met vriendelijke groet, Henk").ShouldBeNull();
}
