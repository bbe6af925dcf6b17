namespace WobWorkflow.Cases.Tests;

/// <summary>
/// Cases, named by the state they are in. All are one life under the Wob, each state a little further: received on Monday 10 January 2022, due on
/// 7 February, extended to 7 March, announced on 4 March.
/// </summary>
internal static class Given
{
    public static readonly DateOnly ReceivedOn = new(2022, 1, 10);
    public static readonly DateOnly AnnouncedOn = new(2022, 3, 4);

    public static readonly ClarificationId Clarification1 = new(1);
    public static readonly ConsultationId Consultation1 = new(1);
    public static readonly DecisionId Decision1 = new(1);
    public static readonly DecisionId Decision2 = new(2);
    public static readonly DocumentId Doc1 = new(1);
    public static readonly DocumentId Doc2 = new(2);

    public static readonly Ground StateSecurity = Ground.Parse("10.1.b");
    public static readonly Ground StateSecurityOfTheWoo = Ground.Parse("5.1.1.b");

    public static Register ARequest(DateOnly? receivedOn = null) => new(
        "de voorzorgsmaatregel antivirussoftware", "Ik verzoek om alle documenten daarover.", receivedOn ?? ReceivedOn, Channel.Email,
        new PersonDetails(Name: "J. Journalist", Email: "j.journalist@redactie.example"));

    public static Life NoCase() => Life.Blank;

    public static Life ARegisteredCase(DateOnly? receivedOn = null) =>
        NoCase().With(ARequest(receivedOn), on: receivedOn ?? ReceivedOn, by: Persons.Coordinator);

    public static Life AQualifiedCase(DateOnly? receivedOn = null, Qualification qualification = Qualification.PublicInformation) => ARegisteredCase(receivedOn)
        .With(new Assign(Persons.Handler.Id), on: receivedOn ?? ReceivedOn, by: Persons.Coordinator)
        .With(new Qualify(qualification), on: receivedOn ?? ReceivedOn, by: Persons.Handler);

    public static Life ACaseWithAskedClarification() => AQualifiedCase()
        .With(new AskClarification("Welke periode bedoelt u?", AnswerBy: new(2022, 1, 28)), on: new(2022, 1, 12), by: Persons.Handler)
        .LettersPrepared(new(2022, 1, 12));

    public static Life ACaseWithDispatchedClarification() => ACaseWithAskedClarification()
        .Sent(LetterKind.ClarificationRequest, "clarification-1", on: new(2022, 1, 14));

    public static Life ACaseInCollection() => AQualifiedCase()
        .With(new AddDocument("Dreigingsanalyse", DocumentKind.Analysis, Date: new(2021, 4, 10), Owner: new Agency("NCTV")), on: new(2022, 1, 14), by: Persons.Handler)
        .With(new AddDocument("Nota aan het CVIN", DocumentKind.Memo, Date: new(2021, 4, 17)), on: new(2022, 1, 14), by: Persons.Handler)
        .With(new RecordSearch(SearchChannel.Mail, "Directie", "antivirus", Found: 2), on: new(2022, 1, 14), by: Persons.Handler);

    public static Life ACaseWithAskedConsultation() => ACaseInCollection()
        .With(new Consult(new Agency("AIVD"), [Doc2], "Kan dit openbaar worden?", AnswerBy: new(2022, 1, 31)), on: new(2022, 1, 17), by: Persons.Handler)
        .LettersPrepared(new(2022, 1, 17));

    public static Life ACaseWithOpenConsultation() => ACaseWithAskedConsultation()
        .Sent(LetterKind.ConsultationRequest, "consultation-1", on: new(2022, 1, 18));

    public static Life AConsultedCase() => ACaseWithOpenConsultation()
        .With(new RecordAdvice(Consultation1, AdviceKind.Redact), on: new(2022, 1, 28), by: Persons.Handler);

    public static Life AnExtensionNotYetNotified() => AConsultedCase()
        .With(new ExtendTerm(28, "De afstemming vraagt meer tijd."), on: new(2022, 2, 3), by: Persons.Handler)
        .LettersPrepared(new(2022, 2, 3));

    public static Life AnExtendedCase() => AnExtensionNotYetNotified().Sent(LetterKind.ExtensionNotice, "extension", on: new(2022, 2, 4));

    public static Life AReviewedCase() => AnExtendedCase()
        .With(new AssessDocument(Doc1, Judgement.Public), on: new(2022, 2, 14), by: Persons.Reviewer)
        .With(Withholding(Doc2, StateSecurity), on: new(2022, 2, 14), by: Persons.Reviewer);

    public static Life ADraftDecision() => AReviewedCase()
        .With(new DraftDecision(DecisionKind.Primary), on: new(2022, 2, 21), by: Persons.Handler)
        .LettersPrepared(new(2022, 2, 21));

    public static Life ADecisionAwaitingApproval() => ADraftDecision().With(new SubmitDecision(Decision1), on: new(2022, 2, 22), by: Persons.Handler);

    public static Life AnApprovedDecision() => ADecisionAwaitingApproval().With(new ApproveDecision(Decision1), on: new(2022, 2, 24), by: Persons.Approver);

    public static Life ADecisionTaken() => AnApprovedDecision().With(new TakeDecision(Decision1), on: new(2022, 3, 3), by: Persons.Signatory);

    public static Life ASignedDecision()
    {
        var life = ADecisionTaken();
        return life.With(new SignLetter(life.DecisionLetter.Id), on: new(2022, 3, 3), by: Persons.Signatory);
    }

    public static Life ADispatchedDecision()
    {
        var life = ASignedDecision();
        return life.With(new RecordDispatch(life.DecisionLetter.Id, Channel.Post), on: AnnouncedOn, by: Persons.Handler).LettersDated(AnnouncedOn);
    }

    public static Life AClosedCase() => ADispatchedDecision().With(new Close(), on: new(2022, 4, 20), by: Persons.Coordinator);

    /// <summary>A ruling of 14 March 2022 that annuls <see cref="Decision1"/>; it gives six weeks for a new one.</summary>
    public static RulingApplied AnAnnulment(DecisionId? decision = null, int? termDays = 42) =>
        new("ruling-1", "202003618/1/A3", decision ?? Decision1, [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], new(2022, 3, 14), termDays);

    public static Life ACaseThatOwesADecision(int? termDays = 42) =>
        Engine.Record(ADispatchedDecision(), AnAnnulment(termDays: termDays), Life.TenOClock(new(2022, 3, 15)));

    public static Life ADraftAnswerToARuling() => ACaseThatOwesADecision()
        .With(new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: Decision1, AnswersRuling: "ruling-1"), on: new(2022, 3, 21), by: Persons.Handler)
        .LettersPrepared(new(2022, 3, 21));

    public static Life AnAnsweredRuling() => ADraftAnswerToARuling().Decided(Decision2, on: new(2022, 3, 28));

    /// <summary>Carries a draft through to its announcement, all on one day.</summary>
    public static Life Decided(this Life life, DecisionId decision, DateOnly on)
    {
        life = life.LettersPrepared(on)
            .With(new SubmitDecision(decision), on, Persons.Handler)
            .With(new ApproveDecision(decision), on, Persons.Approver)
            .With(new TakeDecision(decision), on, Persons.Signatory);
        return life.Sent(LetterKind.Decision, decision.ToString(), on, by: Persons.Signatory, channel: Channel.Post);
    }

    public static AssessPassage Withholding(DocumentId document, Ground ground, int page = 1, PassageId? again = null) =>
        new(document, page, Treatment.Withheld, again, Grounds: [ground], Reason: "Inzicht in de werkwijze schaadt de veiligheid van de Staat.");

    public static AddDocument AFile(char content = 'a', Marking marking = Marking.None, int? pages = 3) => new("Nota", DocumentKind.Memo, Marking: marking)
    {
        Content = new StoredContent(new string(content, 64), "application/pdf", ".pdf", 1000, pages, null, null),
    };
}
