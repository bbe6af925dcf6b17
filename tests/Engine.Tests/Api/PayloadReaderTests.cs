using System.Text;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class PayloadReaderTests
{
    [Fact]
    public void Register_Complete_IsRead()
    {
        var read = Accepted<Register>("""
            {"subject": "Zwarte lijst", "text": "Graag alles", "receivedOn": "2018-05-22", "channel": "in-person",
             "requester": {"name": "A. Aanvrager", "email": "a@voorbeeld.nl"}, "environmental": true, "effectiveOn": "2018-05-23"}
            """);

        var payload = read.Payload.ShouldBeOfType<Register>();
        payload.Channel.ShouldBe(Channel.InPerson);
        payload.ReceivedOn.ShouldBe(new DateOnly(2018, 5, 22));
        payload.Requester.ShouldBe(new PersonDetails("A. Aanvrager", "a@voorbeeld.nl"));
        payload.Environmental.ShouldBeTrue();
        read.EffectiveOn.ShouldBe(new DateOnly(2018, 5, 23));
    }

    [Fact]
    public void Register_WithoutWhatIsOptional_HasDefaults()
    {
        var payload = (Register)Accepted<Register>("""
            {"subject": "x", "text": "y", "receivedOn": "2018-05-22", "channel": "email", "requester": {}, "matterId": null, "language": "  "}
            """).Payload;

        payload.Language.ShouldBe("nl");
        payload.MatterId.ShouldBeNull();
        payload.Environmental.ShouldBeFalse();
    }

    [Fact]
    public void Register_Wrong_GivesAllErrorsAtOnce()
    {
        var errors = Errors<Register>("""
            {"subject": null, "text": "   ", "receivedOn": "2018-02-30", "channel": "pigeon", "environmental": "yes",
             "requester": {"email": "geen adres", "phone": "06"}, "language": "fr", "extra": 1}
            """);

        errors.Keys.ShouldBe(["channel", "environmental", "extra", "language", "receivedOn", "requester.email", "requester.phone", "subject", "text"], ignoreOrder: true);
        errors["subject"].ShouldBe(["Dit veld is verplicht: vul het in."]);
        errors["text"].ShouldBe(["Dit veld is verplicht: vul het in."]);
        errors["channel"].Single().ShouldBe("Kies een van: email, post, portal, courier, in-person, oral.");
        errors["language"].Single().ShouldBe("Kies een van: nl, en.");
        errors["receivedOn"].Single().ShouldContain("2018-05-22");
    }

    [Fact]
    public void EmptyBody_OfStepThatAsksNothing_IsRead() => Read<Close>("").ShouldBeOfType<PayloadAccepted>();

    [Fact]
    public void EmptyBody_OfStepThatAsksSomething_NamesWhatIsMissing() => Errors<Assign>("").Keys.ShouldBe(["handler"]);

    [Theory]
    [InlineData("""{"days": "14", "reason": "x"}""", "days", "Geef een geheel getal, zonder aanhalingstekens.")]
    [InlineData("""{"days": 1.5, "reason": "x"}""", "days", "Geef een geheel getal, zonder aanhalingstekens.")]
    [InlineData("""{"days": 1e99, "reason": "x"}""", "days", "Geef een geheel getal, zonder aanhalingstekens.")]
    [InlineData("""{"days": 366, "reason": "x"}""", "days", "Geef een getal van 1 tot en met 365.")]
    [InlineData("""{"days": 0, "reason": "x"}""", "days", "Geef een getal van 1 tot en met 365.")]
    [InlineData("""{"days": 14, "reason": 7}""", "reason", "Geef een tekst, tussen aanhalingstekens.")]
    [InlineData("""{"days": 14, "days": 15, "reason": "x"}""", "days", "Dit veld staat er meer dan één keer: laat er één staan.")]
    [InlineData("""{"days": 14, "reason": "a\u0000b"}""", "reason", "Deze tekst bevat stuurtekens: haal ze weg.")]
    [InlineData("""{"days": 14, "reason": "x", "effectiveOn": "22-05-2018"}""", "effectiveOn", "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2018-05-22.")]
    [InlineData("""{"days": 14, "reason": "x", "effectiveOn": "9999-12-31"}""", "effectiveOn", "Geef een datum van 1 januari 1815 tot en met 31 december 2199.")]
    [InlineData("""[1]""", "$", "Geef een object: gegevens met hun naam, tussen accolades.")]
    public void ExtendTerm_OneThingWrong_SaysWhatToDo(string json, string field, string message)
    {
        var errors = Errors<ExtendTerm>(json);

        errors.Keys.ShouldBe([field]);
        errors[field].ShouldBe([message]);
    }

    [Fact]
    public void Text_TooLong_IsRefused() =>
        Errors<Qualify>($$"""{"kind": "own-data", "note": "{{new string('a', 4001)}}"}""")["note"].ShouldBe(["Gebruik ten hoogste 4000 tekens."]);

    [Fact]
    public void Consult_UnknownAgencyAndNoDocuments_ListsWhatIsKnown()
    {
        var errors = Errors<Consult>("""{"agency": "FBI", "documents": [], "question": "?", "answerBy": "2018-06-01"}""");

        errors["agency"].Single().ShouldStartWith("Kies een van: CVIN, RVI");
        errors["documents"].ShouldBe(["Geef ten minste één onderdeel."]);
    }

    [Fact]
    public void Consult_WrongReference_IsNamedByItsPlace()
    {
        var errors = Errors<Consult>("""{"agency": "aivd", "documents": ["doc-1", "document 2", null], "question": "?", "answerBy": "2018-06-01"}""");

        errors.Keys.ShouldBe(["documents[1]", "documents[2]"]);
        errors["documents[1]"].ShouldBe(["Verwijs met doc-1, doc-2 enzovoort."]);
    }

    [Fact]
    public void AssessDocument_UnknownGround_ShowsHowToWriteOne() =>
        Errors<AssessDocument>("""{"documentId": "doc-1", "judgement": "not-public", "grounds": ["5.1.2e", "9.9"], "location": "javascript:alert(1)"}""")
            .ShouldSatisfyAllConditions(
                errors => errors["grounds[1]"].ShouldBe(["Geef een weigeringsgrond van de Woo of de Wob, bijvoorbeeld 5.1.2e of 10.2e."]),
                errors => errors["location"].ShouldBe(["Geef een volledig webadres, dat begint met https:// of http://."]));

    [Fact]
    public void AssessDocument_WithoutGrounds_HasAnEmptyList() =>
        ((AssessDocument)Accepted<AssessDocument>("""{"documentId": "doc-1", "judgement": "public"}""").Payload).Grounds.IsDefault.ShouldBeFalse();

    [Fact]
    public void AddDocument_SaysNothingOfContent() =>
        Errors<AddDocument>("""{"title": "Memo", "content": {"sha256": "00"}}""").Keys.ShouldBe(["content"]);

    [Fact]
    public void RegisterRuling_WrongRow_IsNamedByItsPlace()
    {
        var errors = Errors<RegisterRuling>("""
            {"court": "raad van state", "kind": "final", "sentOn": "2022-03-01", "ecli": "ECLI:X",
             "rows": [{"caseNumber": "202003618/1/A3", "caseId": "c1", "decisionId": "decision-1", "outcomes": ["annulled", "lost"]}, {"caseId": "c2", "termDays": 0}]}
            """);

        errors.Keys.ShouldBe(
            ["court", "ecli", "rows[0].outcomes[1]", "rows[1].caseNumber", "rows[1].outcomes", "rows[1].termDays"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{\"days\": 14,\n \"reason\": }", 2, 12)]
    [InlineData("{\"days\": 14", 1, 12)]
    [InlineData("{\"days\": 14, \"reason\": \"\\ud800\"}", 1, 24)]
    public void BrokenJson_IsMalformed_WithItsPlaceAndNothingElse(string json, long line, long column) =>
        Read<ExtendTerm>(json).ShouldBe(new PayloadMalformed(line, column));

    [Fact]
    public void BrokenUtf8_IsMalformed() =>
        PayloadReader.ReadStep(typeof(Assign), new byte[] { (byte)'{', (byte)'"', 0xC3, 0x28 }).ShouldBe(new PayloadMalformed(1, 3));

    [Fact]
    public void DeepNesting_IsMalformed() => Read<Assign>(new string('[', 5000)).ShouldBeOfType<PayloadMalformed>();

    [Fact]
    public void ManyErrors_AreCutOffAtAHundred() =>
        Errors<Consult>($$"""{"agency": "AIVD", "documents": [{{string.Join(",", Enumerable.Repeat("1", 500))}}], "question": "?", "answerBy": "2018-06-01"}""")
            .Count.ShouldBe(100);

    [Theory]
    [InlineData("""{"now": "2018-05-22T07:00:00Z"}""", true)]
    [InlineData("""{"now": "2018-05-22T09:00:00+02:00"}""", true)]
    [InlineData("""{"now": "2018-05-22T07:00:00"}""", false)]
    public void Moment_NeedsItsZone(string json, bool accepted)
    {
        var read = PayloadReader.Read(typeof(MoveClock), Encoding.UTF8.GetBytes(json));

        if (accepted)
            read.ShouldBeOfType<PayloadAccepted>().Payload.ShouldBe(new MoveClock(new DateTimeOffset(2018, 5, 22, 7, 0, 0, TimeSpan.Zero)));
        else
            read.ShouldBeOfType<PayloadRefused>();
    }

    private static PayloadRead Read<T>(string json) => PayloadReader.ReadStep(typeof(T), Encoding.UTF8.GetBytes(json));

    private static PayloadAccepted Accepted<T>(string json) => Read<T>(json).ShouldBeOfType<PayloadAccepted>();

    private static Dictionary<string, string[]> Errors<T>(string json) =>
        Read<T>(json).ShouldBeOfType<PayloadRefused>().Errors.ToDictionary(error => error.Key, error => error.Value.ToArray());
}
