using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WobWorkflow.Cases.Tests;

/// <summary>
/// Logs are kept for decades. What this version wrote, every later one must fold to the same case: the fixture is frozen, and never written anew.
/// </summary>
public sealed class FrozenLogTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Fixtures");
    private static readonly string Log = Path.Combine(Folder, "case-v1.ndjson");

    [Fact]
    public void Fold_LogOfTheFirstVersion_GivesTheCaseThatItGaveThen()
    {
        var c = Fold();

        c.Request!.ReceivedOn.ShouldBe(new DateOnly(2022, 1, 10));
        c.Intake.Handler.ShouldBe("handler");
        c.Intake.Qualification.ShouldBe(Qualification.PublicInformation);
        c.Intake.Clarifications.Single().ShouldSatisfyAllConditions(
            asked => asked.SentOn.ShouldBe(new DateOnly(2022, 1, 12)),
            asked => asked.AnsweredOn.ShouldBe(new DateOnly(2022, 1, 13)));
        c.Intake.Extension!.NoticeOn.ShouldBe(new DateOnly(2022, 2, 4));
        c.Documents.Select(d => (d.Id.Number, d.InScope, d.Kind, Judgement: Reviewing.JudgementOf(c, d))).ShouldBe(
        [
            (1, true, DocumentKind.Report, Judgement.Public),
            (2, true, DocumentKind.Memo, Judgement.PartlyPublic),
            (3, false, DocumentKind.Memo, null),
        ]);
        c.Searches.Single().Channel.ShouldBe(SearchChannel.Mail);
        c.Consultations.Select(x => (x.Agency.Code, x.AnsweredOn is not null, x.EndedOn is not null, x.EscalatedOn is not null))
            .ShouldBe([("AIVD", true, false, true), ("CVIN", false, true, false)]);
        c.Passages.Single().Grounds.ShouldBe([Given.StateSecurity]);
        c.Decisions.Select(d => (d.Kind, d.State, d.Revision, d.TakenOn, d.DispatchedOn)).ShouldBe(
        [
            (DecisionKind.Primary, DecisionState.Dispatched, 2, new DateOnly(2022, 3, 3), new DateOnly(2022, 3, 4)),
            (DecisionKind.NewAfterAnnulment, DecisionState.Dispatched, 1, new DateOnly(2022, 3, 28), new DateOnly(2022, 3, 28)),
        ]);
        c.Letters.GroupBy(l => l.State).ToDictionary(same => same.Key, same => same.Count()).ShouldBe(
            new Dictionary<LetterState, int> { [LetterState.Drafted] = 2, [LetterState.Withdrawn] = 1, [LetterState.Approved] = 1, [LetterState.Dispatched] = 5 }, ignoreOrder: true);
        c.Rulings.Single().ShouldSatisfyAllConditions(
            applied => applied.AnsweredBy.ShouldBe(Given.Decision2),
            applied => applied.TellingDone.ShouldBeTrue());
        c.Reminders.Count(r => r.DeliveredAt is not null).ShouldBe(c.Reminders.Count(r => r.Kind != ReminderKind.PassedOver));
        c.Failures.ShouldBeEmpty();
        c.IsClosed.ShouldBeFalse();
    }

    [Fact]
    public void Fold_LogOfTheFirstVersion_GivesTheTermsThatItGaveThen() =>
        CaseTerms.Of(Fold(), Organisation.Blank("organisation"), today: new(2022, 6, 1)).Select(term => $"{term.TermId} {term.Due:O} {term.State}").ShouldBe(
        [
            "decision 2022-03-07 Met",
            "clarification:clarification-1 2022-01-28 Met",
            "consultation:consultation-1 2022-01-31 Met",
            "objection:decision-1 2022-04-19 Lapsed",
            "appeal:decision-2 2022-05-09 Lapsed",
            "ruling:ruling-1:decision-1 2022-04-25 Met",
        ]);

    [Fact]
    public void Read_EveryLine_IsWrittenBackAsItWas()
    {
        foreach (var line in File.ReadLines(Log))
        {
            var happened = Encoding.UTF8.GetBytes(JsonNode.Parse(line)!["event"]!.ToJsonString(CaseJson.Options));
            Encoding.UTF8.GetString(EventJson.Write(EventJson.Read(happened))).ShouldBe(Encoding.UTF8.GetString(happened));
        }
    }

    [Fact]
    public void Log_OfTheFirstVersion_HoldsEveryCaseEventOfThatVersion() =>
        File.ReadLines(Log).Select(line => JsonNode.Parse(line)!["event"]!["type"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal).ShouldBe(
        [
            "advice-recorded", "agency-consulted", "artifact-added", "case-assigned", "case-closed", "case-reopened", "clarification-asked", "clarification-recorded",
            "consultation-cancelled", "consultation-escalated", "decision-approved", "decision-drafted", "decision-returned", "decision-submitted", "decision-taken",
            "document-added", "document-assessed", "document-described", "document-dropped", "duty-failed", "fact-corrected", "letter-approved", "letter-dispatched",
            "letter-edited", "letter-prepared", "letter-signed", "passage-assessed", "reminder-begun", "reminder-delivered", "request-qualified", "request-registered",
            "ruling-applied", "ruling-told", "search-recorded", "term-extended",
        ]);

    /// <summary>How the fixture was made. Kept to show it; a later version adds a fixture of its own beside it.</summary>
    [Fact(Explicit = true)]
    public void Freeze()
    {
        File.Exists(Log).ShouldBeFalse("the fixture is frozen");
        File.WriteAllLines(Log, ALifeWithEverythingInIt().Log.Select(line => new JsonObject
        {
            ["seq"] = line.Entry.Seq,
            ["at"] = line.Entry.Moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["on"] = line.Entry.On.ToString("O", CultureInfo.InvariantCulture),
            ["actor"] = line.Entry.Actor,
            ["event"] = JsonNode.Parse(EventJson.Write(line.Event)),
        }.ToJsonString(CaseJson.Options)));
    }

    private static Life ALifeWithEverythingInIt()
    {
        var cvin = new Agency("CVIN");
        var life = Given.AQualifiedCase();
        var confirmation = life.Agenda(Life.TenOClock(Given.ReceivedOn)).Due.OfType<PrepareLetter>().Single();
        life = Engine.Fail(life, confirmation, Life.TenOClock(Given.ReceivedOn), Life.TenOClock(Given.ReceivedOn).AddMinutes(1));
        life = Engine.Perform(life, Life.TenOClock(new(2022, 1, 11)))
            .With(new AskClarification("Welke periode bedoelt u?", AnswerBy: new(2022, 1, 28)), on: new(2022, 1, 11), by: Persons.Handler)
            .Sent(LetterKind.ClarificationRequest, "clarification-1", on: new(2022, 1, 12))
            .With(new RecordClarification(Given.Clarification1, "Alleen 2021."), on: new(2022, 1, 14), by: Persons.Handler, effectiveOn: new(2022, 1, 13))
            .With(Given.AFile('d', pages: 4) with { Title = "Dreigingsanalyse", Owner = new Agency("NCTV"), Date = new(2021, 4, 10) }, on: new(2022, 1, 14), by: Persons.Handler)
            .With(new AddDocument("Nota aan het CVIN", DocumentKind.Memo, Marking: Marking.StgConfidentieel, Forum: cvin), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new AddDocument("Bijvangst", DocumentKind.Memo), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new DescribeDocument(Given.Doc1, Kind: DocumentKind.Report, Date: new(2021, 4, 11)), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new DropDocument(new(3), "Valt buiten het verzoek."), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 3, From: new(2021, 1, 1), Note: "Twee mailboxen."), on: new(2022, 1, 14), by: Persons.Handler)
            .With(new Consult(new Agency("AIVD"), [Given.Doc2], "Kan dit openbaar worden?", AnswerBy: new(2022, 1, 31)), on: new(2022, 1, 17), by: Persons.Handler)
            .With(new Consult(cvin, [Given.Doc1, Given.Doc2], "Kan dit openbaar worden?", AnswerBy: new(2022, 1, 31)), on: new(2022, 1, 17), by: Persons.Handler)
            .Sent(LetterKind.ConsultationRequest, "consultation-1", on: new(2022, 1, 18))
            .With(new CancelConsultation(new(2), "Vergissing."), on: new(2022, 1, 18), by: Persons.Handler);
        life = Engine.Perform(Engine.Perform(life, Life.TenOClock(new(2022, 1, 24))), Life.TenOClock(new(2022, 2, 2)))
            .With(new RecordAdvice(Given.Consultation1, AdviceKind.Redact, [new AdviceItemPayload(Given.Doc2, AdviceKind.Redact, Ground: Given.StateSecurity)], "Zie bijlage."),
                on: new(2022, 2, 3), by: Persons.LiaisonOf("AIVD"))
            .With(new ExtendTerm(28, "De afstemming vraagt meer tijd."), on: new(2022, 2, 3), by: Persons.Handler)
            .Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 5), signedOn: new(2022, 2, 4));
        life = life.With(
                new Correct(CorrectableFact.DispatchedOn, new(2022, 2, 4), "Poststempel.", life.Letter(LetterKind.ExtensionNotice, "extension").Id.ToString()),
                on: new(2022, 2, 7), by: Persons.Coordinator)
            .With(new AssessDocument(Given.Doc1, Judgement.Public), on: new(2022, 2, 14), by: Persons.Reviewer)
            .With(Given.Withholding(Given.Doc2, Given.StateSecurity) with { Start = 10, Length = 40, Quote = "De dienst beschikt over" }, on: new(2022, 2, 14), by: Persons.Reviewer)
            .With(new DraftDecision(DecisionKind.Primary, Considerations: "Naar aanleiding van uw verzoek."), on: new(2022, 2, 21), by: Persons.Handler)
            .LettersPrepared(new(2022, 2, 21))
            .With(new SubmitDecision(Given.Decision1), on: new(2022, 2, 21), by: Persons.Handler)
            .With(new ReturnDecision(Given.Decision1, "De motivering is te mager."), on: new(2022, 2, 22), by: Persons.Approver)
            .LettersPrepared(new(2022, 2, 22))
            .With(LetterTests.AnEditedLetter, on: new(2022, 2, 22), by: Persons.OtherHandler);
        life = life.With(new EditLetter(life.DecisionLetter.Id, life.Case.Artifacts.Last().Id), on: new(2022, 2, 22), by: Persons.OtherHandler)
            .With(new ApproveLetter(life.Letter(LetterKind.ReceiptConfirmation, "request").Id), on: new(2022, 2, 23), by: Persons.Approver)
            .With(new SubmitDecision(Given.Decision1), on: new(2022, 2, 23), by: Persons.Handler)
            .With(new ApproveDecision(Given.Decision1), on: new(2022, 2, 24), by: Persons.Approver)
            .With(new TakeDecision(Given.Decision1), on: new(2022, 3, 3), by: Persons.Signatory)
            .Sent(LetterKind.Decision, "decision-1", on: Given.AnnouncedOn, by: Persons.Signatory, channel: Channel.Post);
        life = Engine.Perform(Engine.Record(life, Given.AnAnnulment(), Life.TenOClock(new(2022, 3, 15))), Life.TenOClock(new(2022, 3, 15)))
            .With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Given.Decision1, AnswersRuling: "ruling-1"), on: new(2022, 3, 21), by: Persons.Handler)
            .Decided(Given.Decision2, on: new(2022, 3, 28));
        return Engine.Perform(life, Life.TenOClock(new(2022, 3, 29)))
            .With(new Close(), on: new(2022, 4, 20), by: Persons.Coordinator)
            .With(new Reopen("Nagekomen vraag."), on: new(2022, 4, 25), by: Persons.Coordinator);
    }

    private static Case Fold() => File.ReadLines(Log).Select(line => JsonNode.Parse(line)!).Aggregate(Case.Blank("case-1"), (c, line) => c.Apply(
        EventJson.Read(Encoding.UTF8.GetBytes(line["event"]!.ToJsonString(CaseJson.Options))),
        new Entry(
            line["seq"]!.GetValue<long>(), DateTimeOffset.Parse(line["at"]!.GetValue<string>(), CultureInfo.InvariantCulture),
            DateOnly.Parse(line["on"]!.GetValue<string>(), CultureInfo.InvariantCulture), line["actor"]!.GetValue<string>())));

    private static string Here([CallerFilePath] string path = "") => path;
}
