using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

public sealed class PropsTests
{
    [Fact]
    public void Pdf_OfTheSameWords_IsTheSameFile_SoThatAPlayCanGoOnWhereItWas()
    {
        var file = Props.Pdf("Titel", "Een alinea.");
        Props.Pdf("Titel", "Een alinea.").ShouldBe(file);
        Props.Pdf("Titel", "Een andere alinea.").ShouldNotBe(file);
        var reading = new DocumentReader().Read(file, null);
        (reading.Pages, reading.ProblemCode).ShouldBe((1, null));
        reading.Text.ShouldContain("Een alinea.");
    }
}
