using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What the fields of a form can refer to in a case, in the words by which people know it.</summary>
internal sealed class CaseReferences(FileEndpoints files, People people)
{
    /// <summary>So many documents and passages are offered with their titles. Where there are more, their numbers can be typed: a form doesn't grow with its case.</summary>
    private const int Offered = 200;

    public async Task<FormContext> OfAsync(Folded<Case> found, CaseView view, Asked asked, CancellationToken cancellation)
    {
        var c = found.State;
        var (documents, _) = await files.FindDocumentsAsync(found, asked, new PageAsked(Offered, null), cancellation);
        var titles = documents.ToDictionary(document => document.DocumentId, document => document.Title, StringComparer.Ordinal);
        string Named(DocumentId id) => titles.GetValueOrDefault(id.ToString()) is { } title ? $"{id} · {title}" : id.ToString();

        var seen = c.Documents.Where(document => document.InScope && asked.Sight.Sees(c, document)).Take(Offered + 1).ToList();
        var offered = seen.Take(Offered);
        var passages = c.Passages.Where(passage => asked.Sight.SeesAll || (c.Documents[passage.DocumentId] is { } document && asked.Sight.Sees(c, document) && !asked.Sight.HiddenIn(c, document).Contains(passage.Id)))
            .Take(Offered + 1).ToList();
        return FormContext.Empty with
        {
            Typed = [.. seen.Count > Offered ? (Type[])[typeof(DocumentId)] : [], .. passages.Count > Offered ? (Type[])[typeof(PassageId)] : []],
            References = ImmutableDictionary.CreateRange(new Dictionary<Type, ImmutableArray<FormOption>>
            {
                [typeof(DocumentId)] = [.. offered.Select(document => new FormOption(document.Id.ToString(), Named(document.Id)))],
                [typeof(PassageId)] = [.. passages.Take(Offered).Select(passage => new FormOption(passage.Id.ToString(), Sentences.Say("case.ref.passage", passage.Id, Named(passage.DocumentId), passage.Page)))],
                [typeof(PersonId)] = [.. view.Parties.Select(party => new FormOption(party.PersonId, $"{party.Name ?? party.PersonId} ({Labels.Of(party.Role)})"))],
                [typeof(ClarificationId)] = [.. view.Clarifications.Select(one => new FormOption(one.ClarificationId, Sentences.Say("case.ref.answer-by", one.ClarificationId, Written.Date(one.AnswerBy))))],
                [typeof(ConsultationId)] = [.. view.Consultations.Select(one => new FormOption(one.ConsultationId, $"{one.Agency} · {Labels.Of(one.State)} ({one.ConsultationId})"))],
                [typeof(DecisionId)] = [.. view.Decisions.Select(one => new FormOption(one.DecisionId, $"{Labels.Of(one.Kind)} · {Labels.Of(one.State)} ({one.DecisionId})"))],
                [typeof(LetterId)] = [.. view.Letters.Select(one => new FormOption(one.LetterId, $"{Labels.Of(one.Kind)} · {Labels.Of(one.State)} ({one.LetterId})"))],
                [typeof(ViewId)] = [.. view.Views.Select(one => new FormOption(one.ViewId, $"{one.ViewId} · {NameOf(view, one.Person)}"))],
                [typeof(RemedyId)] = [.. view.Remedies.Select(one => new FormOption(one.RemedyId, Sentences.Say("case.ref.bundle", Labels.Of(one.Kind), Written.Date(one.LodgedOn), one.RemedyId)))],
                [typeof(CourtBundleId)] = [.. c.CourtBundles.Select(one => new FormOption(one.Id.ToString(), Sentences.Say("case.ref.view", Labels.Of(one.Asked), Written.Date(one.AskedOn), one.Id)))],
                [typeof(PublicationId)] = [.. view.Publications.Select(one => new FormOption(one.PublicationId, $"{one.PublicationId} · {Written.Date(one.On)}, {Labels.Of(one.State)}"))],
                [typeof(ArtifactId)] = [.. c.Artifacts.Where(artifact => asked.Sight.Sees(c, artifact)).Select(artifact => new FormOption(artifact.Id.ToString(), $"{artifact.Id} · {artifact.Kind}"))],
                [typeof(ReassessmentId)] = [.. c.Reassessments.Where(put => put.IsOpen(c)).Select(put => new FormOption(put.Id.ToString(), $"{put.Id} · {Named(put.DocumentId)}{(put.PassageId is { } passage ? $", {passage}" : "")}"))],
                [typeof(PackageId)] = [.. c.Packages.Select(package => new FormOption(package.Id.ToString(), Sentences.Say("case.ref.payment", package.Id, Labels.Of(package.Kind), package.About, Labels.Of(package.State))))],
                [typeof(SuspensionId)] = Numbers(c.Intake.Suspensions.Select(one => one.Id)),
                [typeof(PreservationId)] = Numbers(c.Intake.Preservations.Select(one => one.Id)),
                [typeof(ForwardingId)] = Numbers(c.Intake.Forwardings.Select(one => one.Id)),
                [typeof(DemandId)] = Numbers(c.Intake.Demands.Select(one => one.Id)),
                [typeof(UnitQuestionId)] = [.. view.UnitQuestions.Where(one => one.AnsweredOn is null).Select(one => new FormOption(one.UnitQuestionId, Sentences.Say("case.ref.unit", one.Unit ?? one.UnitQuestionId, Written.Date(one.AnswerBy))))],
                [typeof(MotivationId)] = Numbers(c.Motivations.Select(one => one.Id)),
                [typeof(NoticeId)] = Numbers(c.Notices.Select(one => one.Id)),
                [typeof(ComplaintId)] = Numbers(c.Complaints.Select(one => one.Id)),
                [typeof(LinkedCaseId)] = [.. view.LinkedCases.Select(one => new FormOption(one.LinkedCaseId, $"{one.Body} · {one.Reference} ({one.LinkedCaseId})"))],
                [typeof(HoldId)] = [.. view.Holds.Where(hold => hold.LiftedOn is null).Select(hold => new FormOption(hold.HoldId, Sentences.Say("case.ref.since", hold.HoldId, Written.Date(hold.On))))],
                [typeof(RepresentationId)] = [.. view.Parties.SelectMany(party => party.RepresentedBy).Where(there => there.EndedOn is null).Select(there => new FormOption(there.RepresentationId, $"{NameOf(view, there.By)} ({there.RepresentationId})"))],
                [typeof(LeakId)] = Numbers(c.Leaks.Select(one => one.Id)),
            }),
            Suggestions = Suggestions(view),
        };
    }

    /// <summary>What is suggested where there is no case to refer to.</summary>
    public FormContext OfNothing() => FormContext.Empty with { Suggestions = Suggestions(null) };

    private ImmutableDictionary<string, ImmutableArray<FormOption>> Suggestions(CaseView? view)
    {
        ImmutableArray<FormOption> persons = [.. people.Known().Select(person => new FormOption(person.Id, person.Name))];
        ImmutableArray<FormOption> terms = view is null ? [] : [.. view.Terms.Select(term => new FormOption(term.TermId, $"{Labels.Of(term.Kind)}, {Written.Date(term.Due)}"))];
        ImmutableArray<FormOption> rulings = view is null ? [] : [.. view.Rulings.Select(ruling => new FormOption(ruling.RulingId, ruling.CaseNumber))];
        return ImmutableDictionary.CreateRange(new Dictionary<string, ImmutableArray<FormOption>>(StringComparer.Ordinal)
        {
            ["handler"] = persons,
            ["person"] = persons,
            ["lateTerm"] = terms,
            ["termId"] = terms,
            ["term"] = terms,
            ["answersRuling"] = rulings,
            ["rulingId"] = rulings,
        });
    }

    private static string NameOf(CaseView view, string personId) => view.Parties.FirstOrDefault(party => party.PersonId == personId)?.Name ?? personId;

    private static ImmutableArray<FormOption> Numbers<T>(IEnumerable<T> ids) => [.. ids.Select(id => id!.ToString()!).Select(id => new FormOption(id, id))];
}
