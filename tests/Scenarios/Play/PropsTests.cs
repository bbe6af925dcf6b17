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

    [Fact]
    public void DocxAndMail_OfTheSameWords_AreTheSameFile_AndAreRead()
    {
        var docx = OfficeProps.Docx("Nota", "Een alinea & een tweede.");
        OfficeProps.Docx("Nota", "Een alinea & een tweede.").ShouldBe(docx);
        new DocumentReader().Read(docx, null).Text.ShouldContain("Een alinea & een tweede.");
        byte[] Mail() => OfficeProps.Mail(
            "id", "A <a@jenv.example>", "B <b@jenv.example>", new DateTimeOffset(2018, 4, 26, 9, 30, 0, TimeSpan.FromHours(2)), "Concept", "Beste B,", "Tot morgen.");
        Mail().ShouldBe(Mail());
        var reading = new DocumentReader().Read(Mail(), null);
        (reading.MediaType, reading.ProblemCode).ShouldBe(("message/rfc822", null));
        reading.Text.ShouldContain("Tot morgen.");
    }

    [Fact]
    public void Edited_FillsInWhatStandsInTheLetter_AndRefusesWhatDoesNot()
    {
        var draft = OfficeProps.Docx("Brief", "Hierop [reactie].");
        var edited = OfficeProps.Edited(draft, new Dictionary<string, string> { ["[reactie]"] = "zeg ik ja" });
        new DocumentReader().Read(edited, null).Text.ShouldContain("Hierop zeg ik ja.");
        OfficeProps.Edited(draft, new Dictionary<string, string> { ["[reactie]"] = "zeg ik ja" }).ShouldBe(edited);
        Should.Throw<PlayStoppedException>(() => OfficeProps.Edited(draft, new Dictionary<string, string> { ["[elders]"] = "" }));
    }
}
