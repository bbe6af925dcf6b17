using System.Text.RegularExpressions;

namespace WobWorkflow.Cases.Tests;

public sealed partial class CatalogueTests
{
    /// <summary>The names that clients rely on. A step that the contract doesn't name, is not offered.</summary>
    private static readonly HashSet<string> ContractOfCases =
    [
        "register", "add-document", "add-anonymised-decision", "add-redaction", "add-reader-rendition", "add-artifact", "import-inventory",
        .. Names("qualify, assign, ask-clarification, record-clarification, inform-preservation, agree-phasing, forward, demand-information, extend-term, suspend, intend-disclosure"),
        .. Names("resume, decline-to-treat, withdraw, split, join, inform-requester, record-contact"),
        .. Names("set-matter, link-case, unjoin, erase, record-representative, record-authorisation, link-party"),
        .. Names("ask-unit, record-unit-answer, record-search, describe-document, drop-document, remove-content, close-collection, reopen-collection"),
        .. Names("consult, record-advice, depart-from-advice, cancel-consultation, record-declassification, ask-view, record-view, attribute-passages, hide-passages, close-consultation"),
        .. Names("assess-document, assess-documents, assess-passage, assess-passages, link-document, keep-assessment, write-motivation, translate-grounds, close-review, reopen-review"),
        .. Names("draft-decision, submit-decision, answer-checks, approve-decision, return-decision, take-decision, edit-letter, approve-letter, sign-letter, record-dispatch"),
        .. Names("ask-package, fetch-package, read-court-bundle, bind-signed-decision"),
        .. Names("plan-release, hold-publication, clear-publication, publish, record-publication, suspend-document, withdraw-document, replace-document, report-leak"),
        .. Names("record-notice-of-default, lodge-remedy, invite-to-repair, join-party, schedule-hearing, record-hearing, record-committee-advice"),
        .. Names("extend-objection-term, record-council-complaint, record-council-advice, file-court-documents, request-limited-knowledge, record-secrecy-ruling, record-consent, answer-secrecy-ruling, record-court-hearing, record-interim-relief"),
        .. Names("withdraw-remedy, record-payment, answer-instruction, correct, close, reopen, place-legal-hold, lift-legal-hold, destroy"),
    ];

    private static readonly HashSet<string> ContractOfRulings =
    [
        "add-artifact",
        .. Names("register, add-outcome, confirm-scope, accept-loop, report-repair, appeal-further, add-earlier-letter, plan-moment, draft-letter, sign-letter, inform-parliament, close"),
    ];

    [Fact]
    public void Steps_InTheAssembly_AreInTheCatalogueOnce()
    {
        Payloads(typeof(Case)).ShouldBe(Catalogue.CaseSteps.Select(row => row.Payload), ignoreOrder: true);
        Payloads(typeof(Ruling)).ShouldBe(Catalogue.RulingSteps.Select(row => row.Payload), ignoreOrder: true);
        Payloads(typeof(Organisation)).ShouldBe(Catalogue.OrganisationSteps.Select(row => row.Payload), ignoreOrder: true);
    }

    [Fact]
    public void Steps_Names_AreThoseOfTheContract()
    {
        Catalogue.CaseSteps.Select(row => row.Rule.Name).Except(ContractOfCases).ShouldBeEmpty();
        Catalogue.RulingSteps.Select(row => row.Rule.Name).Except(ContractOfRulings).ShouldBeEmpty();
        Catalogue.OrganisationSteps.Select(row => row.Rule.Name).ShouldBe(["designate-day", "undesignate-day", "set-ladder", "set-letterhead", "set-approval-route", "grant-mandate", "end-mandate", "set-office-holder", "set-team", "complete-year", "set-retention", "erase-person"]);
    }

    [Fact]
    public void Steps_Names_AreKebabCaseAndUnique()
    {
        foreach (var names in new[] { CaseNames, Catalogue.RulingSteps.Select(row => row.Rule.Name), Catalogue.OrganisationSteps.Select(row => row.Rule.Name) })
        {
            names.ShouldBeUnique();
            names.ShouldAllBe(name => KebabCase().IsMatch(name));
        }
    }

    [Fact]
    public void Steps_Names_AreThoseOfTheirPayloads() =>
        Catalogue.CaseSteps.ShouldAllBe(row => row.Rule.Name == System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(row.Payload.Name));

    [Fact]
    public void Steps_Rules_HaveTitlesAndSomeoneToTakeThem()
    {
        Catalogue.CaseSteps.ShouldAllBe(row => row.Rule.TitleNl.Length > 0 && row.Rule.TitleEn.Length > 0 && row.Rule.Roles.Count > 0);
        Catalogue.CaseSteps.Select(row => row.Rule.TitleNl).ShouldBeUnique();
    }

    [Fact]
    public void Events_InTheAssembly_HaveOneNameEach() =>
        typeof(Event).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Event)) && !type.IsAbstract)
            .ShouldBe(Catalogue.Events.Select(row => row.Type), ignoreOrder: true);

    [Fact]
    public void Events_Names_AreKebabCaseAndUnique()
    {
        Catalogue.Events.Select(row => row.Name).ShouldBeUnique();
        Catalogue.Events.ShouldAllBe(row => KebabCase().IsMatch(row.Name));
    }

    [Fact]
    public void Events_InTheAssembly_AreSealedRecordsOfOneAggregate() =>
        Catalogue.Events.ShouldAllBe(row =>
            row.Type.IsSealed && (row.Type.BaseType == typeof(CaseEvent) || row.Type.BaseType == typeof(RulingEvent) || row.Type.BaseType == typeof(OrganisationEvent)));

    /// <summary>A client's version stands while only such events follow: none of them may change what a person decided on.</summary>
    [Fact]
    public void Events_ThatMerelyRecordADuty_AreTheseAlone() =>
        Catalogue.Events.Where(row => ((Event)Samples.Of(row.Type, full: true)).MerelyRecordsDuty).Select(row => row.Name).ShouldBe(
        [
            "consultation-escalated", "letter-prepared", "letter-dated", "reminder-begun", "reminder-delivered", "duty-failed", "ruling-told", "ruling-reached-case", "ruling-duty-failed",
            "published", "public-copy-removed", "requester-copy-filed", "ruling-amendment-reached-case", "parliament-letter-prepared", "parliament-letter-dated",
            "difference-settled", "derivation-told", "reassessment-asked",
            "redaction-rendered", "redaction-not-rendered",
            "split-founded", "package-finished", "package-failed", "follower-told", "erasure-done", "destruction-counted", "destruction-done",
            "court-bundle-read", "package-fetched", "content-gone", "reader-rendition-made", "reader-rendition-not-made",
        ]);

    private static IEnumerable<string> CaseNames => Catalogue.CaseSteps.Select(row => row.Rule.Name);

    private static IEnumerable<Type> Payloads(Type aggregate) => typeof(Case).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(i =>
        i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStep<,>) && i.GenericTypeArguments[0] == aggregate && i.GenericTypeArguments[1] == type));

    private static string[] Names(string list) => list.Split(", ");

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex KebabCase();
}
