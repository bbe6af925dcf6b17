using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Each way in which a request can go wrong, as the problem that the caller is told.</summary>
internal static class Problems
{
    /// <summary>A refusal by what was decided.</summary>
    public static Problem Of(Refused refused) => new(StatusOf(refused.Kind), refused.Code, refused.Detail)
    {
        Article = refused.Article,
        Errors = refused.Kind == RefusalKind.Invalid ? ErrorsOf(refused) : null,
        Translations = refused.Proposed.IsEmpty ? null : [.. refused.Proposed.Select(TranslationView.Of)],
    };

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => 422,
        RefusalKind.Unknown => 404,
        RefusalKind.Forbidden => 403,
        _ => 409,
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>>? ErrorsOf(Refused refused) =>
        !refused.Errors.IsEmpty
            ? refused.Errors.GroupBy(error => error.Field, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(same => same.Key, same => same.Select(error => error.Detail).ToImmutableArray(), StringComparer.Ordinal)
            : refused.Field is { } field ? Errors((field, refused.Detail)) : null;

    /// <summary>A refusal of a step. Where its rule doesn't allow it in this state, the problem says which steps there are instead.</summary>
    /// <param name="state">The state on which it was refused.</param>
    public static Problem Of<TAggregate>(Refused refused, StepDefinition<TAggregate> step, TAggregate state, ImmutableArray<string> allowed)
        where TAggregate : ISubject
    {
        var problem = Of(refused);
        if (problem.Status != 409)
            return problem;
        // A step decides for itself only after its rule let it: where the rule says no, the refusal is the rule's.
        return step.Rule.WhyNot(state, state.IsClosed) is { } why && why.Code == refused.Code
            ? problem with { Code = "step-not-allowed", Reason = refused.Code, AllowedSteps = allowed }
            : problem with { AllowedSteps = allowed };
    }

    /// <summary>A payload that is not what it should be; null where it is.</summary>
    public static Problem? Of(PayloadRead read) => read switch
    {
        PayloadMalformed malformed => Malformed(malformed.Line, malformed.Column),
        PayloadRefused refused => Invalid(refused.Errors),
        _ => null,
    };

    public static Problem Malformed(long line, long column) => new(
        400, "malformed-json", string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Dit is geen leesbare JSON: het gaat mis op regel {line}, positie {column}."));

    public static Problem Invalid(ImmutableSortedDictionary<string, ImmutableArray<string>> errors) =>
        new(422, "invalid", "Niet alle gegevens kloppen; bij elk veld staat wat eraan te doen is.") { Errors = errors };

    public static Problem Invalid(string field, string message) => Invalid(Errors((field, message)));

    public static Problem NotFound { get; } = new(404, "not-found", "Dit is er niet, of niet voor u.");

    public static Problem CaseNotFound { get; } = new(404, "case-not-found", "Deze zaak is er niet, of niet voor u.");

    public static Problem RulingNotFound { get; } = new(404, "ruling-not-found", "Deze uitspraak is er niet, of niet voor u.");

    public static Problem MatterNotFound { get; } = new(404, "matter-not-found", "Dit dossier is er niet, of niet voor u.");

    public static Problem DocumentNotFound { get; } = new(404, "document-not-found", "Dit document is er niet, of niet voor u.");

    /// <summary>Content of a case that was destroyed; null where the case is there.</summary>
    public static Problem? Destroyed(Case c) => c.Destruction is { On: var on }
        ? new Problem(410, "case-destroyed", $"Dit is op {Dutch.Date(on)} vernietigd, na afloop van de bewaartermijn. De verklaring van vernietiging staat bij de zaak.")
        : null;

    public static Problem ArtifactNotFound { get; } = new(404, "artifact-not-found", "Dit stuk is er niet, of niet voor u.");

    public static Problem Outdated { get; } = new(
        412, "outdated", "Sinds u deze gegevens ophaalde is er iets gewijzigd. Haal ze opnieuw op en bekijk of uw stap nog klopt.");

    public static Problem KeyReused { get; } = new(
        422, "idempotency-key-reused", "Deze Idempotency-Key is al gebruikt voor iets anders. Gebruik voor elk verzoek een eigen sleutel.");

    public static Problem KeyUnusable { get; } = new(
        400, "idempotency-key-unusable", "Een Idempotency-Key heeft 1 tot 255 afdrukbare tekens.");

    public static Problem IfMatchUnreadable { get; } = new(
        400, "if-match-unreadable", "If-Match bevat een versie tussen aanhalingstekens, zoals de ETag die u kreeg: \"5\".");

    public static Problem BodyTooLarge { get; } = new(413, "body-too-large", "Dit verzoek is groter dan 1 MiB en wordt niet gelezen.");

    public static Problem FileTooLarge { get; } = new(413, "file-too-large", "Een bestand is hier ten hoogste 30 MB.");

    public static Problem FileEmpty { get; } = new(422, "file-empty", "Dit bestand is leeg. Kies het opnieuw, of vraag een nieuw exemplaar.");

    public static Problem TooManyFiles { get; } = new(413, "too-many-files", "Er gaan ten hoogste 500 bestanden tegelijk. Verstuur dit bestand met de volgende.");

    public static Problem NotJson { get; } = new(415, "media-type-not-supported", "Stuur JSON, met Content-Type: application/json.");

    public static Problem NotMultipart { get; } = new(
        415, "media-type-not-supported", "Stuur een formulier (multipart/form-data) met een bestand en metadata, of alleen de metadata als JSON.");

    public static Problem MultipartUnreadable { get; } = new(400, "malformed-form", "Dit formulier is niet te lezen: het is afgebroken of niet volgens multipart/form-data.");

    public static Problem FormNotOurs { get; } = new(
        400, "form-not-ours", "Dit formulier is verlopen, of kwam niet van deze pagina's. Ga terug, laad de pagina opnieuw en verstuur het nog eens; er is niets vastgelegd.");

    public static Problem NoSignIn { get; } = new(
        503, "no-sign-in", "Aanmelden op deze pagina's is niet ingericht. Vraag de beheerder Identity:ClientId in te stellen.");

    public static Problem SignInUnavailable { get; } = new(503, "sign-in-unavailable", "De aanmelddienst van uw organisatie antwoordt niet. Probeer het zo opnieuw.") { RetryAfter = 30 };

    public static Problem FormTooLarge { get; } = new(413, "form-too-large", "Samen zijn deze bestanden te groot: verstuur ten hoogste 250 MB tegelijk, en per bestand 30 MB.");

    public static Problem NotAcceptable { get; } = new(
        406, "not-acceptable", "Vraag application/json, text/csv of application/vnd.openxmlformats-officedocument.spreadsheetml.sheet (Accept).");

    public static Problem StorageUnavailable { get; } = new(
        503, "storage-unavailable", "De opslag antwoordt niet. Of de stap is vastgelegd, is niet zeker: probeer het zo opnieuw met dezelfde Idempotency-Key.")
    {
        RetryAfter = 5,
    };

    /// <summary>Whatever nobody foresaw. Nothing of it is told: it may hold content.</summary>
    public static Problem Unforeseen { get; } = new(500, "internal-error", "Er ging hier iets mis. Het is vastgelegd; probeer het later opnieuw.");

    /// <summary>An answer without a body of its own, such as routing and authentication give.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new Problem(400, "bad-request", "Dit verzoek is niet te lezen."),
        StatusCodes.Status401Unauthorized => new Problem(401, "unauthenticated", "Meld u aan: dit verzoek heeft geen geldig token."),
        StatusCodes.Status403Forbidden => new Problem(403, "role-not-allowed", "Uw rollen geven hier geen toegang toe."),
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => new Problem(405, "method-not-allowed", "Deze methode bestaat hier niet; de header Allow zegt welke wel."),
        StatusCodes.Status413PayloadTooLarge => FileTooLarge with { Code = "body-too-large", Detail = "Dit verzoek is te groot en wordt niet gelezen." },
        StatusCodes.Status415UnsupportedMediaType => NotJson,
        StatusCodes.Status416RangeNotSatisfiable => new Problem(416, "range-not-satisfiable", "Dit deel van het bestand bestaat niet."),
        >= 500 => Unforeseen with { Status = status },
        _ => new Problem(status, "request-refused", "Dit verzoek kan niet worden uitgevoerd."),
    };

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Errors(params (string Field, string Message)[] errors) =>
        errors.ToImmutableSortedDictionary(error => error.Field, error => ImmutableArray.Create(error.Message), StringComparer.Ordinal);
}
