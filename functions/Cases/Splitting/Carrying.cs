using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Takes the facts of a request from one case to another.</summary>
internal static class Carrying
{
    /// <param name="subject">Of the part that is split off.</param>
    /// <param name="on">The day of the split.</param>
    public static CarriedRequest From(Case c, FreeText subject, DateOnly on)
    {
        var request = c.Request!;
        return new CarriedRequest(
            subject, request.Text, request.ReceivedOn, request.Channel, c.Parties[request.Requester]!.Details, request.Environmental, c.Connections.MatterId, request.Language,
            request.RegisteredBy, c.Intake.Qualification, c.Intake.Handler,
            c.Origin?.ReceiptConfirmedOn ?? c.Letters.Where(letter => letter.Kind == LetterKind.ReceiptConfirmation).Select(letter => letter.DispatchedOn).FirstOrDefault(sent => sent is not null),
            c.Intake.Extension is { NoticeOn: { } told } extension ? new CarriedExtension(extension.Days, extension.Reason, extension.DecidedOn, extension.By, told) : null,
            c.Intake.Intention is { } intention ? new CarriedIntention(intention.On, intention.Reason, intention.By) : null,
            [
                .. c.Intake.Clarifications.Where(asked => asked.SentOn is not null).Select(asked => new CarriedClarification(
                    asked.Question, asked.AnswerBy, asked.AskedBy, asked.SentOn!.Value, asked.AnsweredOn, asked.Answer, asked.EndedOn)),
            ],
            [
                .. c.Intake.Suspensions.Select(suspension => new CarriedSuspension(
                    suspension.Ground, suspension.Reason, suspension.From, suspension.Through, suspension.By, suspension.ResumedOn)),
            ],
            [
                .. c.Intake.SuspendedBefore.Concat(c.ViewRounds.Select(round => ThirdPartyViews.SuspendedBy(c, round, on)).OfType<Suspension>())
                    .Select(days => new CarriedDays(days.From, days.Through!.Value, days.Basis!, days.TermUnused)),
            ]);
    }

    /// <summary>The first facts of the case that was split off.</summary>
    public static Case Begin(Case c, CarriedRequest carried)
    {
        var requester = c.Parties.NextId;
        return c with
        {
            Request = new Request(
                carried.Subject, carried.Text, carried.ReceivedOn, carried.Channel, requester, carried.Environmental, carried.MatterId, carried.Language, carried.RegisteredBy),
            Parties = c.Parties.Add(new Party(requester, PartyRole.Requester, carried.Requester)),
            Connections = c.Connections with { MatterId = carried.MatterId },
            Intake = c.Intake with
            {
                Handler = carried.Handler,
                Qualification = carried.Qualification,
                Extension = carried.Extension is { } extension ? new Extension(extension.Days, extension.Reason, extension.DecidedOn, extension.By, extension.NoticeOn) : null,
                Intention = carried.Intention is { } intention ? new DisclosureIntention(intention.On, intention.Reason, intention.By) : null,
                Clarifications = carried.Clarifications.Aggregate(c.Intake.Clarifications, (all, asked) => all.Add(
                    new Clarification(all.NextId, asked.Question, asked.AnswerBy, asked.AskedBy, asked.SentOn, asked.AnsweredOn, asked.Answer) { EndedOn = asked.EndedOn })),
                Suspensions = carried.Suspensions.Aggregate(c.Intake.Suspensions, (all, suspension) => all.Add(
                    new RequestSuspension(all.NextId, suspension.Ground, suspension.Reason, suspension.From, suspension.Through, suspension.By, suspension.ResumedOn))),
                SuspendedBefore = [.. carried.SuspendedDays.Select(days => new Suspension(days.From, days.Through, days.Basis) { TermUnused = days.TermUnused })],
            },
        };
    }

    /// <summary>What the inventory told of documents, under the ids that they get when they are added to the case in this order.</summary>
    public static ImmutableDictionary<DocumentId, InventoryFacts> Inventoried(Case c, ImmutableArray<CarriedDocument> documents) => c.Inventoried.SetItems(
        documents.Index().Where(row => row.Item.Inventoried is not null)
            .Select(row => KeyValuePair.Create(DocumentId.Of(c.Documents.NextId.Number + row.Index), row.Item.Inventoried!)));
}
